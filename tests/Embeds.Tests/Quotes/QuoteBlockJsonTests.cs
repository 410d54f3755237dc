using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public class QuoteBlockJsonTests
{
    public static TheoryData<string> Fixtures => QuoteFixture.All;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Json_of_a_block_is_the_canonical_form_of_what_was_read(string fixture)
    {
        byte[] bytes = QuoteFixture.Bytes(fixture);

        byte[] written = QuoteBlock.Parse(bytes).ToUtf8Json();

        Assert.Equal(CanonicalJson.ToUtf8(bytes), written);
        Assert.Equal(written, QuoteBlock.Parse(written).ToUtf8Json());
        Assert.Equal(Encoding.UTF8.GetString(written), QuoteBlock.Parse(written).ToJson());
    }

    [Fact]
    public void Json_can_stand_inside_another_document()
    {
        byte[] block = QuoteFixture.Read(QuoteFixture.Full).ToUtf8Json();
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("blocks");
            writer.WriteRawValue(block);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        byte[] envelope = CanonicalJson.ToUtf8(output.WrittenSpan);

        Assert.Equal([.. "{\"blocks\":["u8, .. block, .. "]}"u8], envelope);
    }

    [Fact]
    public void Json_of_a_block_never_sealed_throws() => Assert.Throws<InvalidOperationException>(() =>
        (QuoteFixture.Read(QuoteFixture.Recovered) with { Integrity = null }).ToJson());

    [Fact]
    public void Parse_keeps_each_value()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Full);

        Assert.Equal("quoteblock/1", block.Schema);
        Assert.Equal("9007199254740993", block.NativeId);
        Assert.Equal(PostKind.Quote, block.Kind);
        Assert.Equal(Verification.Platform, block.Author.Verified);
        Assert.Equal(TranslationState.No, block.Text.Translated);
        Assert.Equal(FacetType.Gloss, block.Text.Facets[2].Type);
        Assert.Equal(new TextPositionSelector { Start = 803, End = 861 }, block.Source.Selectors[3]);
        Assert.Equal(15_250, block.Media[1].DurationMs);
        Assert.Equal(9_007_199_254_740_991, block.Metrics?.Views);
        Assert.Equal(Via.JsonLd, block.Provenance["/published/at"].Via);
        Assert.Equal(-60, block.Recovery?.Evidence[1].Weight);
        Assert.Equal(RedactionReason.AuthorRequest, block.Rights?.Redactions[0].Reason);
        Assert.Equal(5, block.Extensions?["example.gazette"].GetProperty("seen").GetArrayLength());
        Assert.Equal(TimestampType.Rfc3161, block.Integrity?.Timestamps[0].Type);
        Assert.Equal(HistoryEvent.Verify, block.History[1].Event);
    }

    [Fact]
    public void Facets_of_the_fixture_cover_the_words_that_they_mean()
    {
        PostText text = QuoteFixture.Read(QuoteFixture.Full).Text;

        string[] words = [.. text.Facets.Select(facet =>
        {
            Assert.True(CodePoints.TryToUtf16(text.Value, facet.Start, out int start));
            Assert.True(CodePoints.TryToUtf16(text.Value, facet.End, out int end));
            return text.Value[start..end];
        })];

        Assert.Equal(
            ["last ferry", "@tide_desk", "(Tide Desk of Brunvik)", "قارب واحد فقط", "\"two\"", "<buoys>", "#NightFerry", "$BRUN", ":anchor:", "https://short.example/q7"],
            words);
    }

    [Fact]
    public void Parse_without_a_list_gives_an_empty_one()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);

        Assert.Empty(block.UrlAliases);
        Assert.Empty(block.Media);
        Assert.Empty(block.Versions);
        Assert.Empty(block.History);
        Assert.Empty(block.Text.Facets);
        Assert.NotNull(block.Integrity);
        Assert.Empty(block.Integrity.Timestamps);
        Assert.Null(block.Extensions);
    }

    [Fact]
    public void List_set_to_the_default_is_an_empty_one()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);

        QuoteBlock sealedBlock = (block with { Media = default, Versions = default }).Seal();

        Assert.Empty(sealedBlock.Media);
        Assert.Equal(block.Integrity, sealedBlock.Integrity);
    }

    [Fact]
    public void Poll_without_options_is_written_with_an_empty_list()
    {
        QuoteBlock block = (QuoteFixture.Read(QuoteFixture.Recovered) with { Poll = new Poll { Options = [] } }).Seal();

        Assert.Contains("\"poll\":{\"options\":[]}", block.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_takes_any_layout_any_order_and_a_byte_order_mark()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Full);
        byte[] marked = [.. Encoding.UTF8.Preamble, .. block.ToUtf8Json()];

        Assert.Equal(block.ToJson(), QuoteBlock.Parse(marked).ToJson());
        Assert.Equal(block.ToJson(), QuoteBlock.Parse("\uFEFF \r\n" + block.ToJson() + "\t\n").ToJson());
    }

    [Fact]
    public void Parse_of_anything_gives_a_block_or_a_refusal() => Gen.Select(Gen.Int[0, 10_000], Texts.Any).Sample((place, noise) =>
    {
        string json = QuoteFixture.Read(QuoteFixture.Full).ToJson();
        place %= json.Length;

        string noisy = json[..place] + noise + json[Math.Min(json.Length, place + noise.Length)..];

        // Any exception fails the sample.
        Assert.False(QuoteBlock.TryParse(noise, out _));
        if (QuoteBlock.TryParse(noisy, out QuoteBlock? block))
            Assert.Equal(CanonicalJson.ToUtf8(Encoding.UTF8.GetBytes(noisy)), block.ToUtf8Json());
    });

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void Culture_changes_neither_reading_nor_writing(string culture)
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);
        // In the order of no culture; the last two are one key to a comparison that skips invisible characters.
        string[] keys = ["", "/I", "/Z", "/i", "/z", "/İ", "/ı", "/ä", "/a", "/a\u00AD"];
        block = (block with { Provenance = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, keys.Select(key => KeyValuePair.Create(key, block.Provenance[""]))) }).Seal();
        string json = block.ToJson();

        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            QuoteBlock read = QuoteBlock.Parse(json);

            Assert.Equal(json, read.ToJson());
            Assert.Equal(SealCheck.Intact, read.Verify());
            Assert.True(keys.Order(StringComparer.Ordinal).SequenceEqual(read.Provenance.Keys, StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
