using System.Text.RegularExpressions;
using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public partial class QuoteKeyTests
{
    /// <summary>The schema's pattern, in the dialect of the schema.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9-]*:[^\s\uFEFF]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchemaPattern { get; }

    [Theory]
    [InlineData("9007199254740993", "pierpost:9007199254740993")]
    [InlineData("marit/status/7", "pierpost:marit/status/7")]
    [InlineData("did:plc:abc/3k", "pierpost:did:plc:abc/3k")]
    [InlineData("Grüße/7", "pierpost:Grüße/7")]
    [InlineData("a b", "pierpost:a%20b")]
    [InlineData("a%20b", "pierpost:a%2520b")]
    [InlineData("a\u00A0b\n", "pierpost:a%C2%A0b%0A")]
    public void ForPost_is_platform_and_id(string nativeId, string expected) =>
        Assert.Equal(expected, QuoteKey.ForPost("pierpost", nativeId));

    [Theory]
    [InlineData("")]
    [InlineData("Pierpost")]
    [InlineData("pier post")]
    [InlineData("9pier")]
    [InlineData("text")]
    public void ForPost_of_no_platform_throws(string platform) =>
        Assert.Throws<ArgumentException>(() => QuoteKey.ForPost(platform, "1"));

    [Fact]
    public void ForPost_of_an_empty_id_throws() => Assert.Throws<ArgumentException>(() => QuoteKey.ForPost("pierpost", ""));

    [Fact]
    public void ForPost_of_a_very_long_id_is_its_hash()
    {
        string fits = new('7', 512 - "pierpost:".Length);

        Assert.Equal($"pierpost:{fits}", QuoteKey.ForPost("pierpost", fits));
        Assert.Matches("^pierpost:sha256:[0-9a-f]{64}$", QuoteKey.ForPost("pierpost", fits + "7"));
        Assert.NotEqual(QuoteKey.ForPost("pierpost", fits + "7"), QuoteKey.ForPost("pierpost", fits + "8"), StringComparer.Ordinal);
    }

    [Fact]
    public void ForPost_of_any_id_fits_the_schema() => Texts.Any.Where(id => id.Length > 0).Sample(id =>
    {
        string key = QuoteKey.ForPost("pierpost", id);
        Assert.Matches(SchemaPattern, key);
        Assert.InRange(CodePoints.Count(key), 1, 512);
    });

    [Theory]
    [InlineData("marit_sol", "No boat  tonight.", "MARIT_SOL", " no boat\n\ttonight. ")]
    [InlineData(null, "Caf\u00E9 am Kai", "", "CAFE\u0301 AM KAI")]
    [InlineData(null, "a\u00A0b", null, "a b")]
    public void ForText_of_the_same_words_in_another_form_is_the_same(string? handle, string text, string? otherHandle, string otherText) =>
        Assert.Equal(QuoteKey.ForText(handle, text), QuoteKey.ForText(otherHandle, otherText));

    [Theory]
    [InlineData("marit_sol", "No boat tonight.", "tide_desk", "No boat tonight.")]
    [InlineData(null, "No boat tonight.", null, "No boat tonight!")]
    [InlineData("a", "b", null, "a b")]
    [InlineData(null, "e", null, "é")]
    public void ForText_of_other_words_is_another(string? handle, string text, string? otherHandle, string otherText) =>
        Assert.NotEqual(QuoteKey.ForText(handle, text), QuoteKey.ForText(otherHandle, otherText), StringComparer.Ordinal);

    [Fact]
    public void ForText_takes_a_character_that_cannot_be_normalised() =>
        Assert.Equal(QuoteKey.ForText("bo", "a\uFFFEb"), QuoteKey.ForText("bo", "a\uFFFEb"));

    [Fact]
    public void ForText_is_the_key_that_another_implementation_made()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);

        Assert.Equal(block.Key, QuoteKey.ForText(block.Author.Handle, block.Text.Value));
    }

    [Fact]
    public void ForText_of_any_text_fits_the_schema() =>
        Texts.Any.Sample(text => Assert.Matches("^text:[0-9a-f]{64}$", QuoteKey.ForText(text, text)));
}
