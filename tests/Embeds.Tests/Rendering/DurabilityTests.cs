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

    // As sanitizers leave it that let classes pass.
    [Theory, MemberData(nameof(SampleQuotes.Groups), MemberType = typeof(SampleQuotes))]
    public void Figure_that_lost_its_data_attributes_is_read_from_its_microformats(string group) => Each(group, block =>
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read(Without(block.ToHtml(), name => name.StartsWith("data-", StringComparison.Ordinal)));

        Assert.Equal(HtmlQuoteProblemKind.NoCarrier, Assert.Single(reading.Problems).Kind);
        if (block.Text.Value.Length == 0 && LinkTarget.Of(block.Url) is null)
            return;
        QuoteBlock read = Assert.Single(reading.Blocks);
        Assert.Equal(FigureMarks.Rule, read.Provenance[""].Rule);
        Assert.Equal(block.Text.Value, read.Text.Value);
        Assert.Equal(LinkTarget.Of(block.Url), read.Url);
        Assert.Equal(CaptionFacts.Name(block.Author), read.Author.Name);
        Assert.Equal(CaptionFacts.Handle(block.Author)?.TrimStart('@'), read.Author.Handle);
        Assert.Equal(DisplayDate.Read(block.Published.At, block.Published.Precision)?.Machine, read.Published.At);
        Assert.Equal(SealCheck.Intact, read.Seal().Verify());
    });

    // As HtmlSanitizer and sanitize-html leave it with their defaults: no class and no attribute of ours; the second also no value and no time.
    [Theory]
    [InlineData("articles", "href cite lang dir value datetime")]
    [InlineData("articles", "href")]
    [InlineData("corpus", "href cite lang dir value datetime")]
    [InlineData("corpus", "href")]
    public void Figure_that_lost_nearly_every_attribute_is_found_as_the_quotation_of_its_post(string group, string left)
    {
        using var archiver = new EmbedArchiver();
        Each(group, block =>
        {
            if (block.Text.Value.Trim().Length == 0 || block.Url is null || (block.Kind == PostKind.Video && CaptionFacts.Author(block.Author) is null))
                return;
            // Two quotations in one figure, and nothing left that says which is the post's.
            if (left == "href" && block.Quoted is { Text.Length: > 0 })
                return;
            string page = $"<article><p>Before.</p>{Without(block.ToHtml(), name => !left.Split(' ').Contains(name))}<p>Behind.</p></article>";

            QuoteBlock found = Assert.Single(archiver.Read(System.Text.Encoding.UTF8.GetBytes(page)).Blocks);
            Assert.Equal(block.Key, found.Key);
            Assert.Equal(Folded(block.Text.Value), Folded(found.Text.Value));
            Assert.Equal(block.Author.Handle, found.Author.Handle);
            Assert.NotEqual("Unknown author", found.Author.Name);
        });
    }

    [Fact]
    public void Label_for_an_unknown_author_is_never_read_back_as_a_name()
    {
        QuoteBlock block = (TestBlocks.Block() with { Url = "https://www.instagram.com/p/BvBaNHT7wNn/", Platform = "instagram", Key = "instagram:BvBaNHT7wNn" }).Seal();
        using var archiver = new EmbedArchiver();

        QuoteBlock found = Assert.Single(archiver.Read(System.Text.Encoding.UTF8.GetBytes(Without(block.ToHtml(), name => name != "href"))).Blocks);

        Assert.Equal((block.Key, "The tide is early."), (found.Key, found.Text.Value));
        Assert.Equal(new Author(), found.Author);
    }

    private static string Without(string html, Predicate<string> isTaken)
    {
        IDocument page = RenderedHtml.Parse(html);
        foreach (IElement element in page.Body!.QuerySelectorAll("*"))
        {
            foreach (string name in (string[])[.. element.Attributes.Select(attribute => attribute.Name).Where(name => isTaken(name))])
                element.RemoveAttribute(name);
        }

        return page.Body.InnerHtml;
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
