using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class HtmlQuoteRendererTests
{
    private const string Blob = "blobs/ab/abababababababababababababababababababababababababababababababab.png";
    private static readonly HtmlQuoteOptions Bare = new() { Carrier = HtmlCarrier.None };

    private static IElement Figure(QuoteBlock block, HtmlQuoteOptions? options = null) =>
        RenderedHtml.Parse(new HtmlQuoteRenderer(options ?? Bare).Render(block)).QuerySelector("figure")!;

    [Fact]
    public void Block_that_is_to_carry_its_JSON_must_be_sealed()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => TestBlocks.Block().ToHtml());

        Assert.Contains("Seal()", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"")]
    public void Prefix_that_cannot_begin_an_id_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => new HtmlQuoteRenderer(new HtmlQuoteOptions { IdPrefix = prefix }));

    [Fact]
    public void Fragment_begins_and_ends_with_its_figure()
    {
        string html = TestBlocks.Block().ToHtml(Bare);

        Assert.StartsWith("<figure ", html, StringComparison.Ordinal);
        Assert.EndsWith("</figure>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_author_is_a_label_and_not_a_name()
    {
        IElement figure = Figure(TestBlocks.Block());

        Assert.Contains("Unknown author", figure.TextContent, StringComparison.Ordinal);
        Assert.Null(figure.QuerySelector(".p-author, .p-name, .p-nickname"));
    }

    [Fact]
    public void Name_of_white_space_is_no_name() =>
        Assert.Null(Figure(TestBlocks.Block() with { Author = new Author { Name = " \u00A0", Handle = "" } }).QuerySelector(".p-author"));

    [Fact]
    public void Direction_override_in_a_name_is_shown()
    {
        IElement figure = Figure(TestBlocks.Block() with { Author = new Author { Name = "Ada\u202Enoitutitsni" } });

        Assert.Equal("Ada\\u202Enoitutitsni", figure.QuerySelector(".quote-block-name")?.TextContent);
    }

    [Fact]
    public void Facets_become_links_and_tags_at_their_code_points()
    {
        const string Words = "🎉🎉 hi @bo see a.example #tag $CASH";
        QuoteBlock block = TestBlocks.Block(
            Words,
            TestBlocks.Facet(Words, "@bo", FacetType.Mention, "https://p.example/bo"),
            TestBlocks.Facet(Words, "a.example", FacetType.Link, "https://t.example/1") with { Expanded = "https://a.example/?q=1&r=2" },
            TestBlocks.Facet(Words, "#tag", FacetType.Hashtag, "tag"),
            TestBlocks.Facet(Words, "$CASH", FacetType.Cashtag, "CASH"));

        IElement quote = Figure(block).QuerySelector("blockquote")!;

        Assert.Equal(["@bo", "a.example"], quote.QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Equal(["https://p.example/bo", "https://a.example/?q=1&r=2"], quote.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("https://t.example/1", quote.QuerySelectorAll("a")[1].GetAttribute("data-originalurl"));
        Assert.All(quote.QuerySelectorAll("a"), a => Assert.Equal("nofollow noopener noreferrer external", a.GetAttribute("rel")));
        Assert.Equal(["#tag", "$CASH"], quote.QuerySelectorAll(".p-category").Select(s => s.TextContent));
        Assert.Equal(Words, quote.TextContent);
    }

    [Fact]
    public void Styles_become_elements()
    {
        const string Words = "bold italic code gone";
        QuoteBlock block = TestBlocks.Block(
            Words,
            TestBlocks.Facet(Words, "bold", FacetType.Bold),
            TestBlocks.Facet(Words, "italic", FacetType.Italic),
            TestBlocks.Facet(Words, "code", FacetType.Code),
            TestBlocks.Facet(Words, "gone", FacetType.Strike));

        Assert.Equal("<p><b>bold</b> <i>italic</i> <code>code</code> <s>gone</s></p>", Figure(block).QuerySelector("blockquote")!.InnerHtml);
    }

    [Fact]
    public void Link_over_two_paragraphs_is_closed_and_opened_again()
    {
        const string Words = "one\n\ntwo";
        QuoteBlock block = TestBlocks.Block(Words, TestBlocks.Facet(Words, Words, FacetType.Link, "https://a.example/"));

        IElement quote = Figure(block).QuerySelector("blockquote")!;

        Assert.Equal(["one", "two"], quote.QuerySelectorAll("p > a").Select(a => a.TextContent));
        Assert.Equal(Words, quote.TextContent);
    }

    [Fact]
    public void Address_that_is_not_of_the_web_is_shown_and_not_linked()
    {
        IElement figure = Figure(TestBlocks.Block() with { Url = "at://did:plc:x/app/1" });

        Assert.Empty(figure.QuerySelectorAll("a"));
        Assert.Equal("at://did:plc:x/app/1", figure.QuerySelector("figcaption code")?.TextContent);
    }

    [Theory]
    [InlineData("en-GB", "en-GB")]
    [InlineData(null, "")]
    [InlineData("en\" x", "")]
    [InlineData("1", "")]
    public void Words_have_their_language_or_an_unknown_one(string? lang, string expected)
    {
        QuoteBlock block = TestBlocks.Block();

        Assert.Equal(expected, Figure(block with { Text = block.Text with { Lang = lang } }).QuerySelector("blockquote")?.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(TextCompleteness.Absent, "[no text: the article shows only the embed]")]
    [InlineData(TextCompleteness.Redacted, "[text removed]")]
    [InlineData(TextCompleteness.Full, "[no text]")]
    public void Missing_words_are_said_outside_a_quotation(TextCompleteness completeness, string said)
    {
        IElement figure = Figure(TestBlocks.Block("") with
        {
            Url = "https://p.example/1",
            Text = new PostText { Value = "", Completeness = completeness },
        });

        Assert.Null(figure.QuerySelector("blockquote"));
        Assert.Equal(said, figure.QuerySelector(".quote-block-missing")?.TextContent);
        Assert.Equal("https://p.example/1", figure.QuerySelector("a.u-url.u-uid")?.GetAttribute("href"));
    }

    [Fact]
    public void Last_look_counts_and_not_the_capture()
    {
        QuoteBlock block = (TestBlocks.Block() with { Status = new Observation { State = PostState.Live, At = "2026-05-04T09:30:00Z" } }).Seal()
            .Append(HistoryEvent.Recheck, DateTimeOffset.UnixEpoch, new Observation { State = PostState.Deleted, At = "2026-06-09T03:15:00Z" })
            .Append(HistoryEvent.Note, DateTimeOffset.UnixEpoch, note: "seen");

        string note = Figure(block).QuerySelector("small")!.TextContent;

        Assert.Contains("the original was found deleted on 9 June 2026.", note, StringComparison.Ordinal);
        Assert.DoesNotContain("online", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Recovered_quote_says_how_sure_it_is_and_why()
    {
        QuoteBlock block = TestBlocks.Block() with
        {
            Recovery = new QuoteRecovery
            {
                Post = 80,
                Author = 0,
                Platform = 75,
                Words = 60,
                Evidence = [new RecoveryEvidence { Rule = "cue", Weight = 80, Why = "it begins with “Tweet:”." }],
            },
        };

        Assert.Equal(
            "Recovered from text that had lost its embed: 80 percent sure that it is a post, 75 percent that the platform is right, " +
            "60 percent that these are its exact words. Why: it begins with “Tweet:” (+80).",
            Figure(block).QuerySelector(".quote-block-caution")?.TextContent);
    }

    [Fact]
    public void Archived_copy_that_was_opened_comes_first()
    {
        IElement figure = Figure(TestBlocks.Block() with
        {
            Url = "https://p.example/1",
            Versions =
            [
                new ArchivedVersion { Url = "ftp://no.example/", At = "2020", Verified = true },
                new ArchivedVersion { Url = "https://old.example/", At = "2020-01-02" },
                new ArchivedVersion { Url = "https://seen.example/", At = "2021-02-03T04:05:06Z", Verified = true },
            ],
        });

        Assert.Equal("https://seen.example/", figure.QuerySelector("[itemprop=archivedAt]")?.GetAttribute("href"));
        IElement permalink = figure.QuerySelector("a.u-uid")!;
        Assert.Equal("https://seen.example/", permalink.GetAttribute("data-versionurl"));
        Assert.Equal("2021-02-03", permalink.GetAttribute("data-versiondate"));
    }

    [Fact]
    public void Kept_picture_is_shown_from_its_path()
    {
        IElement image = Figure(
            TestBlocks.Block() with { Media = [new Media { Type = MediaType.Image, Path = Blob, Sha256 = "ab", Alt = "A pier", Width = 3, Height = -1 }] },
            Bare with { MediaPrefix = "../" }).QuerySelector("img")!;

        Assert.Equal("../" + Blob, image.GetAttribute("src"));
        Assert.Equal("A pier", image.GetAttribute("alt"));
        Assert.Equal("3", image.GetAttribute("width"));
        Assert.False(image.HasAttribute("height"));
        Assert.False(image.HasAttribute("loading"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("../../etc/passwd")]
    [InlineData("blobs/ab/../../x.png")]
    [InlineData("https://track.example/pixel.png")]
    [InlineData(Blob + "\n")]
    public void Picture_without_a_kept_copy_is_described_and_never_loaded(string? path)
    {
        IElement figure = Figure(TestBlocks.Block() with
        {
            Media = [new Media { Type = MediaType.Image, Path = path, Url = "https://img.example/1.png", Alt = "A pier" }],
        });

        Assert.Null(figure.QuerySelector("img"));
        Assert.Equal("[image: A pier] original address", figure.QuerySelector("li")?.TextContent);
        Assert.Equal("https://img.example/1.png", figure.QuerySelector("li > a")?.GetAttribute("href"));
    }

    [Fact]
    public void Platform_is_named_by_the_caller_or_by_its_id()
    {
        QuoteBlock block = TestBlocks.Block();

        Assert.Equal("X", Figure(block).QuerySelector(".p-publication")?.TextContent);
        Assert.Equal("X (Twitter)", Figure(block, Bare with { PlatformName = _ => "X (Twitter)" }).QuerySelector(".p-publication")?.TextContent);
        Assert.Equal("X", Figure(block, Bare with { PlatformName = _ => null }).QuerySelector(".p-publication")?.TextContent);
        Assert.Equal("unknown platform", Figure(block with { Platform = "unknown" }).QuerySelector(".p-publication")?.TextContent);
    }

    [Fact]
    public void Author_of_the_answered_post_is_not_marked_as_this_post_s_author()
    {
        IElement figure = Figure(TestBlocks.Block() with
        {
            Author = new Author { Name = "Ada" },
            Thread = new PostThread { Parent = new PostRef { Author = new Author { Name = "Bo" }, Url = "https://p.example/0" } },
        });

        Assert.Equal("In reply to Bo, earlier post", figure.QuerySelector(".quote-block-reply")?.TextContent);
        Assert.Equal("Ada", Assert.Single(figure.QuerySelectorAll(".p-author > data")).GetAttribute("value"));
        Assert.Equal("Ada", Assert.Single(figure.QuerySelectorAll("[itemprop=author] > data")).GetAttribute("value"));
    }

    [Fact]
    public void Quoted_post_is_a_quotation_inside()
    {
        IElement inner = Figure(TestBlocks.Block() with
        {
            Quoted = new PostRef { Text = "inner\nwords", Author = new Author { Name = "Bo" }, State = PostState.Deleted },
        }).QuerySelector(".u-quotation-of")!;

        Assert.Equal("inner\nwords", inner.QuerySelector("blockquote")?.TextContent);
        Assert.Equal("Quoting Bo; the original was found deleted:", inner.QuerySelector("p")?.TextContent);
    }

    [Fact]
    public void Page_has_contents_only_when_it_is_long()
    {
        var renderer = new HtmlQuoteRenderer(Bare);
        ImmutableArray<QuoteBlock> five = [.. Enumerable.Repeat(TestBlocks.Block(), 5)];

        Assert.Null(RenderedHtml.Parse(renderer.RenderPage(five)).QuerySelector("nav"));

        IHtmlDocument page = RenderedHtml.Parse(renderer.RenderPage(five.Add(TestBlocks.Block() with { Author = new Author { Name = "Bo" } })));
        IElement[] links = [.. page.QuerySelectorAll("nav a")];
        Assert.Equal(6, links.Length);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal("Bo, date unknown", links[5].TextContent);
    }

    [Fact]
    public void Page_is_a_whole_document_that_lets_nothing_in()
    {
        IHtmlDocument page = RenderedHtml.Parse(new HtmlQuoteRenderer(Bare).RenderPage([TestBlocks.Block()], new HtmlPageOptions { Title = "A <b>", Lang = "de" }));

        Assert.Equal("A <b>", page.Title);
        Assert.Equal("A <b>", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("default-src 'none'; ", page.QuerySelector("meta[http-equiv]")?.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal(HtmlQuoteRenderer.StyleSheet, page.QuerySelector("style")?.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, link"));
    }

    [Fact]
    public void Figures_of_one_page_share_no_id()
    {
        var ids = new HashSet<string?>(StringComparer.Ordinal);

        IHtmlDocument page = RenderedHtml.Parse(new HtmlQuoteRenderer(Bare).RenderAll(Enumerable.Repeat(TestBlocks.Block(), 3)));

        Assert.All(page.QuerySelectorAll("[id]"), element => Assert.True(ids.Add(element.Id)));
        Assert.All(page.QuerySelectorAll("figure"), figure => Assert.NotNull(page.GetElementById(figure.GetAttribute("aria-labelledby")!)));
    }

    [Fact]
    public void Writer_gets_what_the_string_holds_whatever_its_line_end()
    {
        QuoteBlock block = TestBlocks.Block("a\nb").Seal();
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

        new HtmlQuoteRenderer().Render(block, writer);

        Assert.Equal(new HtmlQuoteRenderer().Render(block), writer.ToString());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Culture_changes_nothing(string culture)
    {
        QuoteBlock block = TestBlocks.Hostile("I i 1986-01-02") with { Platform = "instagram", CapturedAt = "2026-05-04T09:30:00Z" };
        string[] Render() => [block.ToHtml(Bare), block.ToMarkdown(), block.ToPlainText()];
        string[] expected = Render();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Render());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Huge_block_is_rendered_whole()
    {
        string words = string.Concat(Enumerable.Repeat("a😀\n", 100_000));
        ImmutableArray<Facet> facets = [.. Enumerable.Range(0, 100_000).Select(i => new Facet { Start = i, End = 300_000 - i, Type = (FacetType)(i % 9), Target = "https://a.example/" })];

        Assert.Equal(words, Figure(TestBlocks.Block(words, facets)).QuerySelector("blockquote")?.TextContent);
    }
}
