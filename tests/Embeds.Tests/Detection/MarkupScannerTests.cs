using Embeds.Articles;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Tests.Support;

namespace Embeds.Tests.Detection;

public sealed class MarkupScannerTests
{
    private static readonly ArticleParser Parser = new(TimeSpan.FromMinutes(5), TimeProvider.System);
    private static readonly EmbedFinder Finder = new(new PlatformCatalog([.. PlatformCatalog.BuiltIn, .. PlatformCatalog.Cards]), Parser, new FinderLimits(10_000, 3));

    [Theory]
    [InlineData("<p>Words.</p>", nameof(PageSigns.None))]
    [InlineData("<p>He <a href=\"https://twitter.com/ada/status/1030000000000000001\">wrote so</a> again.</p>", nameof(PageSigns.None))]
    [InlineData("<p><a href=\"https://twitter.com/intent/tweet?text=x\">https://twitter.com/intent</a></p>", nameof(PageSigns.None))]
    [InlineData("<p><a href=\"https://twitter.com/ada/status/1030000000000000001\"></a></p>", nameof(PageSigns.None))]
    [InlineData("<div data-id=\"103\" class=\"card\"></div>", nameof(PageSigns.None))]
    [InlineData("<div data-testid=\"story\"></div>", nameof(PageSigns.None))]
    [InlineData("<!-- <blockquote class=\"twitter-tweet\"> --><p>x</p>", nameof(PageSigns.None))]
    [InlineData("<p><a href=\"https://twitter.com/ada/status/1030000000000000001\">https://twitter.com/ada/…</a></p>", nameof(PageSigns.Permalink))]
    [InlineData("<p><a href=\"https&#58;&#x2F;&#x2F;twitter.com/ada/status/1030000000000000001\"><img src=a.png></a></p>", nameof(PageSigns.Permalink))]
    [InlineData("<p>https://twitter.com/ada/status/1030000000000000001</p>", nameof(PageSigns.Permalink))]
    [InlineData("<blockquote>Words.<p><a href=\"https://twitter.com/ada/status/1030000000000000001\">Ada</a></blockquote>", nameof(PageSigns.Permalink))]
    [InlineData("<div data-embed-url=\"https%3A%2F%2Ftwitter.com%2Fada%2Fstatus%2F1030000000000000001\"></div>", nameof(PageSigns.Permalink))]
    [InlineData("<DIV CLASS=\"a Twitter-Tweet\">x</DIV>", nameof(PageSigns.Mark))]
    [InlineData("<div data-id=\"1030000000000000001\" data-service=\"twitter\"></div>", nameof(PageSigns.Mark))]
    [InlineData("<iframe src=\"//www.youtube.com/embed/aAbBcCdDeE0\"></iframe>", nameof(PageSigns.Mark))]
    [InlineData("<figure data-qb=\"{}\"></figure>", nameof(PageSigns.Mark))]
    [InlineData("<Tweet id=\"1030000000000000001\" />", nameof(PageSigns.Mark))]
    [InlineData("<textarea>&lt;iframe src=\"https://www.youtube.com/embed/aAbBcCdDeE0\"></textarea>", nameof(PageSigns.Hidden))]
    [InlineData("<p>[embed]https://twitter.com/ada/status/1030000000000000001[/embed]</p>", nameof(PageSigns.Code))]
    [InlineData("<p>{{&lt; tweet 1030000000000000001 &gt;}}</p>", nameof(PageSigns.Code))]
    public void Page_shows_the_signs_of_what_it_carries(string html, string signs) =>
        Assert.Equal(signs, Finder.Scan(html, new ArticleHead()).ToString());

    [Fact]
    public void Nothing_that_the_walk_finds_is_without_its_sign()
    {
        foreach (var page in Directory.EnumerateFiles(Fixtures.Root, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            HoldsFor(page);
    }

    [Fact]
    public void Nothing_on_real_pages_is_without_its_sign()
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
        var (document, head) = (Parser.Parse(article.Text), new ArticleHead());
        var signs = Finder.Scan(article.Text, head);

        var all = Finder.Find(document, PageSigns.All, head, markdown: false).Sightings;
        var signed = Finder.Find(document, signs, head, markdown: false).Sightings;

        Assert.True(
            all.Select(s => (s.Link?.Permalink, s.Form, s.Element)).SequenceEqual(signed.Select(s => (s.Link?.Permalink, s.Form, s.Element))),
            $"{Path.GetFileName(page)} shows {signs}, which loses one of {string.Join(", ", all.Select(s => $"{s.Form} {s.Link?.Permalink}"))}");
    }
}
