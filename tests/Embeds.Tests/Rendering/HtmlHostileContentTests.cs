using AngleSharp;
using AngleSharp.Dom;
using CsCheck;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class HtmlHostileContentTests
{
    [Theory, MemberData(nameof(HostileStrings.AsTheory), MemberType = typeof(HostileStrings))]
    public void Hostile_words_everywhere_stay_words(string words)
    {
        string html = TestBlocks.Hostile(words).Seal().ToHtml();

        RenderedHtml.AssertInert(html);
        IElement figure = Assert.Single(RenderedHtml.Parse(html).QuerySelectorAll("figure"));
        Assert.Equal("x:" + words, figure.GetAttribute("data-qb-key"));
        if (words.Length > 0)
            Assert.Equal(words, RenderedHtml.Blockquote(html).TextContent);
    }

    [Theory, MemberData(nameof(HostileStrings.AsTheory), MemberType = typeof(HostileStrings))]
    public void Hostile_words_on_a_page_stay_words(string words)
    {
        string html = new HtmlQuoteRenderer().RenderPage(
            Enumerable.Repeat(TestBlocks.Hostile(words).Seal(), 6),
            new HtmlPageOptions { Title = words, Lang = words });

        AngleSharp.Html.Dom.IHtmlDocument page = RenderedHtml.Parse(html);
        Assert.Empty(page.QuerySelectorAll("script, iframe, svg, object, embed, base, link, form"));
        Assert.Equal(6, page.QuerySelectorAll("main > figure").Length);
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.All(page.QuerySelectorAll("main > figure"), figure => RenderedHtml.AssertInert(figure.OuterHtml));
    }

    [Theory, MemberData(nameof(HostileStrings.AsTheory), MemberType = typeof(HostileStrings))]
    public void Hostile_words_come_back_byte_for_byte(string words) => AssertComesBack(TestBlocks.Hostile(words).Seal());

    [Theory]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("a\rb", "a\rb")]
    [InlineData("a\r\nb", "a\r\nb")]
    public void Words_that_HTML_cannot_carry_are_shown_as_near_as_can_be(string words, string shown)
    {
        string html = TestBlocks.Block(words).ToHtml(new HtmlQuoteOptions { Carrier = HtmlCarrier.None });

        Assert.Equal(shown, RenderedHtml.Blockquote(html).TextContent);
    }

    // Not a theory: its data would be replaced on the way into the test.
    [Fact]
    public void Half_of_a_surrogate_pair_is_shown_as_replacement()
    {
        string html = TestBlocks.Block("a\uD800b\uDC00").ToHtml(new HtmlQuoteOptions { Carrier = HtmlCarrier.None });

        Assert.Equal("a\uFFFDb\uFFFD", RenderedHtml.Blockquote(html).TextContent);
    }

    [Fact]
    public void Any_words_are_shown_exactly_and_come_back() => RandomWords.Texts.Sample(words =>
    {
        QuoteBlock block = TestBlocks.Hostile(words).Seal();
        string html = block.ToHtml();
        RenderedHtml.AssertInert(html);
        AssertComesBack(block);
        if (words.Length > 0)
            Assert.Equal(words, RenderedHtml.Blockquote(html).TextContent);
    }, iter: 1000);

    [Fact]
    public void Any_facets_leave_the_words_as_they_are() => Gen.Select(RandomWords.Texts, RandomWords.Facets).Sample((words, facets) =>
    {
        string html = TestBlocks.Block(words + "x", facets).ToHtml(new HtmlQuoteOptions { Carrier = HtmlCarrier.None });
        RenderedHtml.AssertInert(html);
        Assert.Equal(words + "x", RenderedHtml.Blockquote(html).TextContent);
    }, iter: 1000);

    private static void AssertComesBack(QuoteBlock block)
    {
        string html = block.ToHtml();
        Assert.Equal(block.ToJson(), ReadOnlyBlock(html).ToJson());
        Assert.Equal(block.ToJson(), ReadOnlyBlock(RenderedHtml.Parse(html).ToHtml()).ToJson());
    }

    private static QuoteBlock ReadOnlyBlock(string html)
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read(html);
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Blocks);
    }
}
