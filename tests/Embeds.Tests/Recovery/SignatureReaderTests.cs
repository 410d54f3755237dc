using Embeds.Languages;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

public class SignatureReaderTests
{
    [Theory]
    [InlineData("— Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("– Ada Vale (@adavale) 4. Mai 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("- Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("-- Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("--- Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("&mdash; Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("—Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("Ada Vale (@adavale) May 4, 2020", "Ada Vale", "adavale", "2020-05-04")]
    [InlineData("— Ada — the Vale 🌧 (they/she) (@adavale) May 4, 2020", "Ada — the Vale 🌧 (they/she)", "adavale", "2020-05-04")]
    [InlineData("— Ada @home Vale (@adavale) May 4, 2020", "Ada @home Vale", "adavale", "2020-05-04")]
    [InlineData("— (@adavale) May 4, 2020", null, "adavale", "2020-05-04")]
    [InlineData("— Ada Vale ( @ada.vale.example ) May 4, 2020 at 4:37 PM", "Ada Vale", "ada.vale.example", "2020-05-04T16:37")]
    [InlineData("— Ada Vale (@ada@vale.example) May 4, 2020", "Ada Vale", "ada@vale.example", "2020-05-04")]
    [InlineData("— 青葉（@aoba_ex）2020年5月4日", "青葉", "aoba_ex", "2020-05-04")]
    [InlineData("— Ada Vale (@adavale)", "Ada Vale", "adavale", null)]
    public void Signature_on_its_own_line_is_read(string line, string? name, string handle, string? date)
    {
        Signature signature = Assert.IsType<Signature>(Read(line));
        Assert.Equal((name, handle, date), (signature.Name, signature.Handle, signature.Published?.At));
        Assert.True(signature.HasOwnLine);
    }

    [Theory]
    [InlineData("So glad. — Ada Vale (@adavale) May 4, 2020", "So glad.")]
    [InlineData("So glad — and tired! — Ada Vale (@adavale) May 4, 2020", "So glad — and tired!")]
    [InlineData("So glad pic.twitter.com/aB3— Ada Vale (@adavale) May 4, 2020", "So glad pic.twitter.com/aB3")]
    [InlineData("So glad @oldbridge (@us too) - Ada Vale (@adavale) May 4, 2020", "So glad @oldbridge (@us too)")]
    [InlineData("So glad. — Ada Vale (@adavale)", "So glad.")]
    public void Signature_behind_the_words_leaves_them(string line, string words)
    {
        Signature signature = Assert.IsType<Signature>(Read(line));
        Assert.Equal(("Ada Vale", "adavale", false), (signature.Name, signature.Handle, signature.HasOwnLine));
        Assert.Equal(words, line[..signature.Span.Start].TrimEnd());
    }

    [Theory]
    [InlineData("[May 4, 2020](https://twitter.com/adavale/status/1)", "https://twitter.com/adavale/status/1")]
    [InlineData("[May 4, 2020](https://twitter.com/adavale/status/1 \"title\")", "https://twitter.com/adavale/status/1")]
    [InlineData("May 4, 2020 https://twitter.com/adavale/status/1", "https://twitter.com/adavale/status/1")]
    public void Address_behind_the_date_is_kept(string tail, string link) => Assert.Equal(link, Read("— Ada Vale ([@adavale](https://twitter.com/adavale)) " + tail)?.Link);

    [Theory]
    [InlineData("")]
    [InlineData("Ada Vale, @adavale")]
    [InlineData("The mayor — Ada Vale (@adavale) — opened the bridge on May 4, 2020.")]
    [InlineData("Ada Vale (@adavale) opened the bridge.")]
    [InlineData("On Monday, said Ada Vale (@adavale)")]
    [InlineData("— Ada Vale (adavale) May 4, 2020")]
    [InlineData("— Ada Vale (@) May 4, 2020")]
    public void Sentence_that_names_a_handle_is_no_signature(string line) => Assert.Null(Read(line));

    private static Signature? Read(string line) => SignatureReader.Read(line, new TextSpan(0, line.Length), Lexicon.Default.Dates);
}
