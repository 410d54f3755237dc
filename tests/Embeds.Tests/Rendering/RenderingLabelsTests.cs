using System.Globalization;
using System.Text.Json;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class RenderingLabelsTests
{
    public static TheoryData<string> Languages() => [.. QuoteRenderingOptions.LabelLanguages];

    [Fact]
    public void Five_languages_have_labels() => Assert.Equal(["de", "en", "es", "fr", "pt"], QuoteRenderingOptions.LabelLanguages);

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("PT-br", "pt")]
    [InlineData("ja", "en")]
    [InlineData("", "en")]
    public void Tag_is_answered_by_its_language_or_in_English(string tag, string language) =>
        Assert.Equal(language, RenderingLabels.Of(tag).Language);

    [Theory]
    [InlineData("en", "28 November 2021, 14:05 UTC", "1 November 2021", "November 2021")]
    [InlineData("es", "28 de noviembre de 2021, 14:05 UTC", "1 de noviembre de 2021", "noviembre de 2021")]
    [InlineData("fr", "28 novembre 2021, 14:05 UTC", "1er novembre 2021", "novembre 2021")]
    [InlineData("de", "28. November 2021, 14:05 UTC", "1. November 2021", "November 2021")]
    [InlineData("pt", "28 de novembro de 2021, 14:05 UTC", "1 de novembro de 2021", "novembro de 2021")]
    public void Date_is_written_as_its_readers_write_it(string language, string time, string day, string month)
    {
        var labels = RenderingLabels.Of(language);

        Assert.Equal(time, DisplayDate.Read("2021-11-28T14:05:09Z")?.InWords(labels));
        Assert.Equal(day, DisplayDate.Read("2021-11-01")?.InWords(labels));
        Assert.Equal(month, DisplayDate.Read("2021-11")?.InWords(labels));
        Assert.Equal("2021", DisplayDate.Read("2021")?.InWords(labels));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_state_and_medium_has_its_word(string language)
    {
        var labels = RenderingLabels.Of(language);

        Assert.Equal(12, labels.Months.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Enum.GetValues<PostState>(), state => Assert.NotEmpty(labels.Clauses[state] + labels.States[state]));
        Assert.All(Enum.GetValues<MediaType>(), medium => Assert.NotEmpty(labels.Media[medium]));
    }

    // They are written raw, as our own words.
    [Theory, MemberData(nameof(Languages))]
    public void No_label_holds_what_HTML_or_Markdown_reads_as_markup(string language)
    {
        using Stream file = typeof(RenderingLabels).Assembly.GetManifestResourceStream($"Embeds.Rendering.Labels.{language}.json")!;
        using var labels = JsonDocument.Parse(file);

        Assert.All(Strings(labels.RootElement), label => Assert.DoesNotContain(label, "<>&\"'\\`*_#|~$^".Contains));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Words_of_the_post_are_the_same_in_every_language(string language)
    {
        const string Words = "Tide: 1 May,\nsaved by *noon*";
        string html = TestBlocks.Block(Words).Seal().ToHtml(new HtmlQuoteOptions { LabelLanguage = language });

        Assert.Equal(Words, RenderedHtml.Blockquote(html).TextContent);
        Assert.Equal(language, RenderedHtml.Parse(html).QuerySelector("figure")?.GetAttribute("lang"));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_label_is_said_in_the_language_asked_for(string language)
    {
        QuoteBlock block = TestBlocks.HostileWords("a").Seal();
        var labels = RenderingLabels.Of(language);

        string html = block.ToHtml(new HtmlQuoteOptions { LabelLanguage = language });
        string markdown = block.ToMarkdown(new MarkdownQuoteOptions { LabelLanguage = language });
        string text = block.ToPlainText(new PlainTextQuoteOptions { LabelLanguage = language });

        foreach (string rendered in (string[])[html, markdown, text])
        {
            Assert.Contains(labels.LinkShown.Before, rendered, StringComparison.Ordinal);
            Assert.Contains(labels.SureWords.Around(50), rendered, StringComparison.Ordinal);
            if (language != "en")
                Assert.DoesNotContain("aved ", rendered.Replace("data-", "", StringComparison.Ordinal).Split("</blockquote>")[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Language_of_the_reader_owes_nothing_to_the_culture_of_the_thread()
    {
        QuoteBlock block = (TestBlocks.Block() with { Published = new Published { At = "2021-11-28", Precision = DatePrecision.Day } }).Seal();
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = block.ToPlainText(new PlainTextQuoteOptions { LabelLanguage = "pt" });
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, block.ToPlainText(new PlainTextQuoteOptions { LabelLanguage = "pt" }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("{} and {}")]
    public void Label_without_exactly_one_place_is_refused(string label) => Assert.Throws<FormatException>(() => Label.Parse(label));

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
