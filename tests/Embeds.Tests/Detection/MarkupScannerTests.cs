using Embeds.Articles;
using Embeds.Capture;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Tests.Support;

namespace Embeds.Tests.Detection;

public sealed class MarkupScannerTests
{
    private static readonly ArticleParser Parser = new(TimeSpan.FromMinutes(5), TimeProvider.System);
    private static readonly EmbedFinder Finder = new(new PlatformCatalog([.. PlatformCatalog.BuiltIn, .. PlatformCatalog.Cards]), Parser, new FinderLimits(10_000, 3));

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

    private static void HoldsFor(string page)
    {
        var article = ArticleReader.Read(File.ReadAllBytes(page), new ArticleHints { Name = page }, int.MaxValue);
        if (article.Copy is { IsWayback: true })
            return;
        var scanned = Finder.Scan(article.Text, everywhere: false);

        var all = Shown(article.Text, scanned.Head);
        var left = scanned.MayCarry ? Shown(scanned.Trimmed().Text, scanned.Head) : [];

        Assert.True(all.SequenceEqual(left), $"{Path.GetFileName(page)} carries {string.Join(", ", all)} and not {string.Join(", ", left)}");
    }

    private static List<string> Shown(string html, ArticleHead head) =>
        [.. Finder.Find(Parser.Parse(html), head, markdown: false, Parser.Begin()).Sightings.Where(s => s.Region == PageRegion.Article).Select(s => $"{s.Form} {s.Link?.Permalink} at {new ElementPaths().Of(s.Element)}")];
}
