using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class HtmlQuoteReaderTests
{
    private static readonly QuoteBlock Block = TestBlocks.Block("The tide\nis \"early\" & it's <late>.").Seal();

    [Fact]
    public void Page_gives_back_its_blocks_in_order()
    {
        QuoteBlock[] blocks = [Block, Block with { Key = "x:43" }, TestBlocks.Block("").Seal()];

        HtmlQuoteReading reading = HtmlQuoteReader.Read(new HtmlQuoteRenderer().RenderPage(blocks));

        Assert.Empty(reading.Problems);
        Assert.Equal(blocks.Select(b => b.ToJson()), reading.Blocks.Select(b => b.ToJson()));
    }

    [Fact]
    public void Page_without_figures_gives_nothing()
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read("<figure><img></figure><p data-qb>x");

        Assert.Empty(reading.Blocks);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Figure_without_its_JSON_is_reported_and_read_from_its_microformats()
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read(Block.ToHtml(new HtmlQuoteOptions { Carrier = HtmlCarrier.None }) + Block.ToHtml());

        HtmlQuoteProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((HtmlQuoteProblemKind.NoCarrier, 0, "x:42"), (problem.Kind, problem.Ordinal, problem.Key));
        Assert.Equal([("x:42", SealCheck.NotSealed), ("x:42", SealCheck.Intact)], reading.Blocks.Select(b => (b.Key, b.Verify())));
        Assert.Equal(Block.Text.Value, reading.Blocks[0].Text.Value);
    }

    [Fact]
    public void Microformats_give_words_author_addresses_and_dates_and_say_so()
    {
        QuoteBlock block = (Block with
        {
            Url = "https://x.com/ada_example/status/42",
            Author = new Author { Name = "Ada Example", Handle = "ada_example", Url = "https://x.com/ada_example" },
            Published = new Published { At = "2026-05-03", Precision = DatePrecision.Day, Zone = DateZone.Unknown },
            EditedAt = "2026-05-03T10:00:00Z",
            Source = new QuoteSource { Kind = SourceKind.Article, Url = "https://news.example/tide" },
            Text = Block.Text with { Lang = "en-GB", Dir = TextDirection.Ltr },
            Quoted = new PostRef { Url = "https://x.com/bo/status/41", Text = "inner", Author = new Author { Name = "Bo" }, PublishedAt = "2020-01-01" },
        }).Seal();

        QuoteBlock read = Assert.Single(HtmlQuoteReader.Read(block.ToHtml(new HtmlQuoteOptions { Carrier = HtmlCarrier.None })).Blocks);

        Assert.Equal((block.Key, block.Platform, block.Url, block.CapturedAt), (read.Key, read.Platform, read.Url, read.CapturedAt));
        Assert.Equal((block.Author, block.Published, block.EditedAt), (read.Author, read.Published, read.EditedAt));
        Assert.Equal((block.Text.Value, TextCompleteness.Unknown, "en-GB", TextDirection.Ltr), (read.Text.Value, read.Text.Completeness, read.Text.Lang, read.Text.Dir));
        Assert.Equal("https://news.example/tide", read.Source.Url);
        Assert.Equal((Via.Markup, 90, "quote-block.microformats"), (read.Provenance[""].Via, read.Provenance[""].Confidence, read.Provenance[""].Rule));
        Assert.Equal(SealCheck.Intact, read.Seal().Verify());
    }

    [Theory]
    [InlineData("<figure class='quote-block h-cite'></figure>")]
    [InlineData("<figure data-qb=1><blockquote>words</blockquote></figure>")]
    [InlineData("<figure data-qb=1><blockquote>words</blockquote><time class=dt-accessed datetime=yesterday></time></figure>")]
    [InlineData("<figure data-qb=1><time class=dt-accessed datetime=2026-05-04></time><a class=u-uid href='javascript:alert(1)'>post</a></figure>")]
    public void Figure_that_says_too_little_gives_no_block(string html)
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read(html);

        Assert.Empty(reading.Blocks);
        Assert.Equal(HtmlQuoteProblemKind.NoCarrier, Assert.Single(reading.Problems).Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"schema\":\"quoteblock/9\"}")]
    public void Figure_with_broken_JSON_is_reported_and_harms_no_other(string json)
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read($"{Block.ToHtml()}<figure data-qb=1 data-qb-json='{json}'></figure>{Block.ToHtml()}");

        HtmlQuoteProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((HtmlQuoteProblemKind.BadCarrier, 1, null), (problem.Kind, problem.Ordinal, problem.Key));
        Assert.Equal(2, reading.Blocks.Length);
    }

    [Fact]
    public void Words_changed_on_the_page_are_reported_with_the_true_block()
    {
        HtmlQuoteReading reading = HtmlQuoteReader.Read(Block.ToHtml().Replace(">The tide<", ">The wind<", StringComparison.Ordinal));

        Assert.Equal(HtmlQuoteProblemKind.OtherWords, Assert.Single(reading.Problems).Kind);
        Assert.Equal(Block.ToJson(), Assert.Single(reading.Blocks).ToJson());
    }

    [Fact]
    public void Words_added_where_the_block_has_none_are_reported()
    {
        string html = TestBlocks.Block("").Seal().ToHtml().Replace("<figcaption>", "<blockquote>x</blockquote><figcaption>", StringComparison.Ordinal);

        Assert.Equal(HtmlQuoteProblemKind.OtherWords, Assert.Single(HtmlQuoteReader.Read(html).Problems).Kind);
    }

    [Fact]
    public void White_space_moved_by_a_tidy_up_is_no_change()
    {
        string html = Block.ToHtml().Replace("<p>", "\n      <p>\n  ", StringComparison.Ordinal).Replace("<br>\n", "<br>", StringComparison.Ordinal);

        Assert.Empty(HtmlQuoteReader.Read(html).Problems);
    }

    [Fact]
    public void Words_of_the_quoted_post_are_not_taken_for_the_own_ones()
    {
        QuoteBlock both = (Block with { Quoted = new PostRef { Text = "inner" } }).Seal();
        QuoteBlock onlyQuoted = (TestBlocks.Block("") with { Quoted = new PostRef { Text = "inner" } }).Seal();

        Assert.Empty(HtmlQuoteReader.Read(both.ToHtml() + onlyQuoted.ToHtml()).Problems);
    }

    [Theory]
    [InlineData("<!-- ", " -->")]
    [InlineData("<script>", "</script>")]
    [InlineData("<style>", "</style>")]
    [InlineData("<textarea>", "</textarea>")]
    [InlineData("<title>", "</title>")]
    [InlineData("<iframe>", "</iframe>")]
    [InlineData("<p title=\"", "\">")]
    public void Figure_that_is_only_text_is_not_read(string before, string after)
    {
        string html = before + "<figure data-qb='1'></figure>" + after + Block.ToHtml();

        HtmlQuoteReading reading = HtmlQuoteReader.Read(html);

        Assert.Empty(reading.Problems);
        Assert.Single(reading.Blocks);
    }

    [Theory]
    [InlineData("<svg><title/><style/><script/><![CDATA[<p>]]></svg>")]
    [InlineData("<figure><figcaption>Photo</figcaption></figure>")]
    [InlineData("</figure></div></blockquote></svg>")]
    public void What_stands_before_a_figure_does_not_hide_it(string before) =>
        Assert.Single(HtmlQuoteReader.Read(before + Block.ToHtml()).Blocks);

    [Fact]
    public void Figure_cut_off_by_the_end_of_the_page_is_read()
    {
        string html = Block.ToHtml();

        Assert.Single(HtmlQuoteReader.Read(html[..html.IndexOf("</blockquote>", StringComparison.Ordinal)]).Blocks);
    }

    [Fact]
    public void Deep_nesting_is_read_like_any_other()
    {
        string html = string.Concat(Enumerable.Repeat("<p><font size=i>x<div>", 50_000)) + Block.ToHtml();

        Assert.Single(HtmlQuoteReader.Read(html).Blocks);
    }
}
