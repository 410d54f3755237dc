using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Capture;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Tests.Support;

namespace Embeds.Tests.Detection;

public sealed class MarkupScannerTests
{
    private static readonly ArticleParser Parser = new(TimeSpan.FromMinutes(5), TimeProvider.System);
    private static readonly PlatformCatalog Catalog = new([.. PlatformCatalog.BuiltIn, .. PlatformCatalog.Cards]);
    private static readonly EmbedFinder Finder = new(Catalog, Parser, new FinderLimits(10_000, 3));

    private const int MadeUpPages = 20_000;

    [Theory]
    [InlineData("<p>Words.</p>", false)]
    [InlineData("<p>He <a href=\"https://twitter.com/ada/status/1030000000000000001\">wrote so</a> again.</p>", false)]
    [InlineData("<p><a href=\"https://twitter.com/intent/tweet?text=x\">https://twitter.com/intent</a></p>", false)]
    [InlineData("<p><a href=\"https://twitter.com/ada/status/1030000000000000001\"></a></p>", false)]
    [InlineData("<div data-id=\"103\" class=\"card\"></div>", false)]
    [InlineData("<div data-testid=\"story\"></div>", false)]
    [InlineData("<!-- <blockquote class=\"twitter-tweet\"> --><p>x</p>", false)]
    [InlineData("<p><a href=\"https://twitter.com/ada/status/1030000000000000001\">https://twitter.com/ada/…</a></p>", true)]
    [InlineData("<p><a href=\"https&#58;&#x2F;&#x2F;twitter.com/ada/status/1030000000000000001\"><img src=a.png></a></p>", true)]
    [InlineData("<p>https://twitter.com/ada/status/1030000000000000001</p>", true)]
    [InlineData("<blockquote>Words.<p><a href=\"https://twitter.com/ada/status/1030000000000000001\">Ada</a></blockquote>", true)]
    [InlineData("<div data-embed-url=\"https%3A%2F%2Ftwitter.com%2Fada%2Fstatus%2F1030000000000000001\"></div>", true)]
    [InlineData("<DIV CLASS=\"a Twitter-Tweet\">x</DIV>", true)]
    [InlineData("<div data-id=\"1030000000000000001\" data-service=\"twitter\"></div>", true)]
    [InlineData("<iframe src=\"//www.youtube.com/embed/aAbBcCdDeE0\"></iframe>", true)]
    [InlineData("<figure data-qb=\"{}\"></figure>", true)]
    [InlineData("<Tweet id=\"1030000000000000001\" />", true)]
    [InlineData("<textarea>&lt;iframe src=\"https://www.youtube.com/embed/aAbBcCdDeE0\"></textarea>", true)]
    [InlineData("<p>[embed]https://twitter.com/ada/status/1030000000000000001[/embed]</p>", true)]
    [InlineData("<p>{{&lt; tweet 1030000000000000001 &gt;}}</p>", true)]
    public void Page_shows_whether_it_may_carry_a_post(string html, bool mayCarry) =>
        Assert.Equal(mayCarry, Finder.Scan(html, everywhere: true).MayCarry);

    [Fact]
    public void Walk_over_what_the_scan_leaves_finds_all_that_the_article_carries()
    {
        foreach (var page in Directory.EnumerateFiles(Fixtures.Root, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            HoldsFor(page);
    }

    [Fact]
    public void Walk_over_what_the_scan_leaves_of_real_pages_finds_all_that_they_carry()
    {
        if (Fixtures.Shared is not { } shared)
        {
            Assert.Skip("The real pages are not here.");
            return;
        }

        foreach (var page in Directory.EnumerateFiles(Path.Combine(shared, "corpus", "pages"), "*.html").Order(StringComparer.Ordinal))
            HoldsFor(page);
    }

    [Theory]
    [InlineData("\u00A0")]
    [InlineData("&nbsp;")]
    [InlineData("<a href>Own words</a>")]
    [InlineData("<a name=here>Own words</a>")]
    [InlineData("<a href=\"https://twitter.com/ada/status/1030000000000000001\">A post</a>")]
    public void Words_among_links_are_lost_by_the_scan_only_where_they_are_no_words_of_the_whole_page(string among)
    {
        var links = string.Concat(Enumerable.Range(1, 8).Select(n => $"<li><a href=\"/harbour/news/{n}\">Of lamps and boats, part {n}</a></li>"));
        HoldsFor($"<p>Words.</p><ul>{links}<li>{among}</li></ul>", among);
    }

    [Fact]
    public void Nothing_of_made_up_pages_is_lost()
    {
        string[] pieces =
        [
            "<div>", "</div>", "<div class=related>", "<section>", "</section>", "<ul>", "</ul>", "<li>", "</li>", "<nav>", "</nav>", "<table>", "<tr>", "<td>", "</table>",
            "<p>", "</p>", "<b>", "</b>", "<span>", "</span>", "<a href=/one>", "<a href=/two>Two", "<a name=three>", "</a>", "<svg>", "</svg>", "<button>", "</button>",
            "<select>", "</select>", "<template>", "</template>", "<figure>", "</figure>", "<img src=a.png>", "<br>", "<!-- c -->", " ", "\n",
            "Words of its own. ", "tweeted", "&nbsp;", "\u00A0", "<a href>Empty", "<script>let a = 1;</script>", "<style>a{}</style>", new string(' ', 120),
            "<a href=/more>More from the harbour, of its lamps and of its boats</a> ",
            "<li><a href=/north>North</a><li><a href=/south>South</a><li><a href=/west>West</a>",
            "<iframe src=\"https://www.youtube.com/embed/aAbBcCdNUMBER\"></iframe>",
            "<a href=\"https://twitter.com/ada/status/103000000000000NUMBER\">This post</a>",
            "<a href=\"https://twitter.com/ada/status/103000000000000NUMBER\"><img src=a.png></a>",
            "<blockquote class=twitter-tweet><p>Lit.</p><a href=\"https://twitter.com/ada/status/103000000000000NUMBER\">2018</a></blockquote>",
        ];
        for (var seed = 0; seed < MadeUpPages; seed++)
        {
            var random = new Random(seed);
            var page = Page(random.GetItems(pieces, random.Next(5, 60)));
            HoldsFor(page, page);
        }
    }

    /// <summary>Each post in it is another one: of two that are the same, one stands for both.</summary>
    private static string Page(IEnumerable<string> pieces) =>
        string.Concat(pieces.Select((piece, i) => piece.Replace("NUMBER", $"{i:D4}", StringComparison.Ordinal)));

    private static void HoldsFor(string page)
    {
        var article = ArticleReader.Read(File.ReadAllBytes(page), new ArticleHints { Name = page }, int.MaxValue);
        if (article.Copy is { IsWayback: true })
            return;
        HoldsFor(article.Text, Path.GetFileName(page));
    }

    private static void HoldsFor(string html, string name)
    {
        var scanned = Finder.Scan(html, everywhere: false);
        var (whole, trimmed) = (Parser.Parse(html), Parser.Parse(scanned.Trimmed().Text));

        var all = Shown(whole, scanned.Head);
        var left = scanned.MayCarry ? Shown(trimmed, scanned.Head) : [];

        Assert.True(all.SequenceEqual(left), $"{name} carries {string.Join(", ", all)} and not {string.Join(", ", left)}");
        Assert.Equal(Words(whole), Words(trimmed));
    }

    private static string Words(IHtmlDocument page) =>
        FlattenedArticle.Of(page.Body!, new HashSet<IElement>(), lang: null, everywhere: false, markdown: false, a => Catalog.ReadLink(a) is not null).Text.Text;

    private static List<string> Shown(IHtmlDocument page, ArticleHead head) =>
        [.. Finder.Find(page, head, markdown: false, Parser.Begin()).Sightings.Where(s => s.Region == PageRegion.Article).Select(s => $"{s.Form} {s.Link?.Permalink} at {new ElementPaths().Of(s.Element)}")];
}
