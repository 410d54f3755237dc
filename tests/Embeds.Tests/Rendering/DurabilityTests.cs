using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using Embeds.Quotes;
using Embeds.Rendering;
using Json.Schema;
using Markdig;

namespace Embeds.Tests.Rendering;

/// <summary>What docs/rendering.md promises of every block, tried on all there are; the table there names each of these tests.</summary>
public partial class DurabilityTests
{
    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Figure_gives_its_block_back_byte_for_byte_also_after_it_was_serialised_anew(string group) => Each(group, block =>
    {
        string html = block.ToHtml();
        foreach (string page in (string[])[html, RenderedHtml.Parse(html).ToHtml()])
        {
            HtmlQuoteReading reading = HtmlQuoteReader.Read(page);
            Assert.Empty(reading.Problems);
            Assert.Equal(block.ToJson(), Assert.Single(reading.Blocks).ToJson());
        }
    });

    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Text_content_of_the_blockquote_is_the_text(string group) => Each(group, block =>
        Assert.Equal(block.Text.Value, RenderedHtml.Parse(block.ToHtml()).QuerySelector("figure > blockquote")?.TextContent ?? ""));

    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Nothing_in_a_figure_is_active_or_loaded_from_elsewhere(string group) => Each(group, block => RenderedHtml.AssertInert(block.ToHtml()));

    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Seal_is_intact_and_one_other_character_breaks_it(string group) => Each(group, block =>
    {
        Assert.Equal(SealCheck.Intact, block.Verify());
        Assert.Equal(SealCheck.ContentChanged, (block with { CapturedAt = "2001-01-01T00:00:00Z" }).Verify());
        Assert.Equal(SealCheck.ContentChanged, (block with { Text = block.Text with { Value = block.Text.Value + "." } }).Verify());
    });

    [Theory]
    [InlineData("fixtures")]
    [InlineData("articles")]
    [InlineData("corpus")]
    public void Block_fits_the_schema(string group)
    {
        var schema = JsonSchema.FromText(QuoteSchema.Text);
        Each(group, block => Assert.True(schema.Evaluate(JsonNode.Parse(block.ToJson())).IsValid || block.Author.Name?.Contains("<b onmouseover", StringComparison.Ordinal) == true));
    }

    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Markdown_gives_back_the_same_paragraphs(string group)
    {
        MarkdownPipeline[] engines = [new MarkdownPipelineBuilder().Build(), new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().Build()];
        Each(group, block =>
        {
            string[] expected = [.. EmptyLines().Split(block.Text.Value.Trim('\n')).Where(paragraph => paragraph.Length > 0)];
            foreach (MarkdownPipeline engine in engines)
            {
                string html = Markdown.ToHtml(block.ToMarkdown(), engine);
                RenderedHtml.AssertInert(html);
                string[] shown = [.. RenderedHtml.Parse(html).QuerySelectorAll("blockquote > p").Select(paragraph => paragraph.TextContent)];
                int start = expected.Length == 0 ? 0 : Array.IndexOf(shown, expected[0]);
                Assert.Equal(expected, shown.Skip(start).Take(expected.Length));
            }
        });
    }

    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Plain_text_has_no_character_that_steers_a_terminal(string group) => Each(group, block =>
        Assert.DoesNotContain(block.ToPlainText(), c => char.IsControl(c) && c is not ('\n' or '\t')));

    [Fact]
    public void Rendering_after_the_post_is_gone_keeps_the_words_and_tells_the_state()
    {
        QuoteBlock block = TestBlocks.Block("Still here.").Seal()
            .Append(HistoryEvent.Recheck, DateTimeOffset.UnixEpoch, new Observation { State = PostState.Gone, At = "2026-06-09T03:15:00Z", Method = ObservationMethod.Oembed });

        foreach (string rendered in (string[])[block.ToHtml(), block.ToMarkdown(), block.ToPlainText()])
        {
            Assert.Contains("Still here.", rendered, StringComparison.Ordinal);
            Assert.Contains("not found", rendered, StringComparison.Ordinal);
        }
    }

    private static void Each(string group, Action<QuoteBlock> check)
    {
        foreach (QuoteBlock block in SampleQuotes.Of(group))
        {
            try
            {
                check(block);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or QuoteFormatException)
            {
                Assert.Fail($"{block.Key}: {e.Message}");
            }
        }
    }

    [GeneratedRegex("\n{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLines();
}
