using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CsCheck;
using Embeds.Quotes;
using Embeds.Rendering;
using Markdig;

namespace Embeds.Tests.Rendering;

public partial class MarkdownHostileContentTests
{
    private static readonly (string Name, MarkdownPipeline Pipeline)[] Engines =
    [
        ("bare", new MarkdownPipelineBuilder().Build()),
        ("extended", new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().Build()),
        ("typographic", new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley().UseSmartyPants().Build()),
    ];

    [Theory, MemberData(nameof(HostileStrings.AsTheory), MemberType = typeof(HostileStrings))]
    public void Hostile_words_give_back_the_same_paragraphs(string words)
    {
        AssertSameParagraphs(words, MarkdownFlavor.CommonMark, Engines[..2]);
        AssertSameParagraphs(words, MarkdownFlavor.Hugo, Engines);
        AssertSameParagraphs(words, MarkdownFlavor.Obsidian, Engines[..1]);
    }

    [Theory, MemberData(nameof(HostileStrings.AsTheory), MemberType = typeof(HostileStrings))]
    public void Hostile_words_everywhere_stay_inert(string words)
    {
        foreach (MarkdownFlavor flavor in Enum.GetValues<MarkdownFlavor>())
        {
            string markdown = new MarkdownQuoteRenderer(new MarkdownQuoteOptions { Flavor = flavor }).RenderAll([TestBlocks.Hostile(words).Seal()]);
            foreach ((_, MarkdownPipeline pipeline) in Engines)
                RenderedHtml.AssertInert(Markdown.ToHtml(markdown, pipeline));
        }
    }

    [Fact]
    public void Any_words_give_back_the_same_paragraphs() => RandomWords.Texts.Sample(words =>
    {
        AssertSameParagraphs(words, MarkdownFlavor.CommonMark, Engines[..2]);
        AssertSameParagraphs(words, MarkdownFlavor.Hugo, Engines);
    }, iter: 1000);

    [Fact]
    public void Any_facets_leave_the_words_as_they_are() => Gen.Select(RandomWords.Texts, RandomWords.Facets).Sample(
        (words, facets) =>
        {
            AssertSameParagraphs(words, MarkdownFlavor.CommonMark, Engines[..2], facets);
            AssertSameParagraphs(words, MarkdownFlavor.Hugo, Engines[1..], facets);
        },
        iter: 1000);

    private static void AssertSameParagraphs(
        string words, MarkdownFlavor flavor, (string Name, MarkdownPipeline Pipeline)[] engines, params System.Collections.Immutable.ImmutableArray<Facet> facets)
    {
        if (words.Length == 0)
            return;
        string[] expected = EmptyLines().Split(words.Trim('\n')).Where(p => p.Length > 0).ToArray();
        var renderer = new MarkdownQuoteRenderer(new MarkdownQuoteOptions { Flavor = flavor });
        string markdown = renderer.RenderAll([TestBlocks.Block(words, facets)]);
        foreach ((string name, MarkdownPipeline pipeline) in engines)
        {
            IElement quote = RenderedHtml.Parse(Markdown.ToHtml(markdown, pipeline)).QuerySelector("blockquote")!;
            IEnumerable<string> paragraphs = quote.Children.Select(p => p.LocalName is "p" ? p.TextContent : $"<{p.LocalName}>");
            int labels = flavor == MarkdownFlavor.Obsidian ? 1 : 0;
            Assert.True(expected.SequenceEqual(paragraphs.Skip(labels).SkipLast(2), StringComparer.Ordinal), $"{name}: {words}\n{markdown}\n{quote.OuterHtml}");
        }
    }

    [GeneratedRegex("\n{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLines();
}
