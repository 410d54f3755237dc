using AngleSharp.Html.Parser;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class SavedCopyTests
{
    [Theory]
    [InlineData("<script>__wm.wombat(\"http:/news.example:80/ferry?a=1\",\"20180820063000\",\"https://web.archive.org/\");</script>", null, "http://news.example/ferry?a=1", "2018-08-20T06:30:00Z", true)]
    [InlineData("<p>raw</p>", "https://web.archive.org/web/20180820063000id_/https://news.example/ferry", "https://news.example/ferry", "2018-08-20T06:30:00Z", true)]
    [InlineData("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", null, null, null, true)]
    [InlineData("<html><!--\n Page saved with SingleFile \n url: https://news.example/ferry \n saved date: Mon Aug 20 2018 08:30:00 GMT+0200 (Central European Summer Time)\n-->", null, "https://news.example/ferry", "2018-08-20T06:30:00Z", false)]
    [InlineData("<html>\n<!-- saved from url=(0026)https://news.example/ferry -->", null, "https://news.example/ferry", null, false)]
    public void Copy_tells_its_original(string text, string? url, string? original, string? time, bool isWayback)
    {
        var copy = SavedCopy.Of(text, url is null ? null : new Uri(url))!;

        Assert.Equal(original, copy.OriginalUrl?.AbsoluteUri);
        Assert.Equal(time, copy.SavedAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(isWayback, copy.IsWayback);
    }

    [Theory]
    [InlineData("<p>We saved it with SingleFile, from url=(https://news.example/).</p>")]
    [InlineData("<!-- saved from url=(0014)about:internet -->")]
    [InlineData("<script>__wm.wombat(x)</script>")]
    [InlineData("")]
    public void Other_pages_are_none(string text) => Assert.Null(SavedCopy.Of(text, new Uri("https://news.example/web/2018/")));

    [Fact]
    public void Links_within_the_archive_get_its_host_back()
    {
        var page = new HtmlParser().ParseDocument("<a href=\"/web/2018if_/https://a.example/\"></a><a href=\"/web/about\"></a><a href=\"/story\"></a>");

        WaybackLinks.Restore(page);

        Assert.Equal(["https://web.archive.org/web/2018if_/https://a.example/", "/web/about", "/story"], page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Address_of_the_original_is_the_articles_unless_another_is_known()
    {
        const string text = "<html>\n<!-- saved from url=(0026)https://news.example/ferry -->";

        Assert.Equal("https://news.example/ferry", ArticleReader.Read(text, ArticleHints.None, 1000).Url!.AbsoluteUri);
        Assert.Equal("https://news.example/2", ArticleReader.Read(text, new ArticleHints { Url = new Uri("https://news.example/2") }, 1000).Url!.AbsoluteUri);
    }
}
