using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class FeedReaderTests
{
    private static readonly Uri Feed = new("https://news.example/feed");
    private static readonly ArticleHints FromFeed = new() { Url = Feed };

    private const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><language>en-GB</language>
        <item><title>The ferry returns</title><link>https://news.example/ferry</link><pubDate>Sun, 19 Aug 2018 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>It is <b>back</b> &amp; well.</p>]]></content:encoded></item>
        <item><title>The pier</title><link>/pier</link><description>&lt;blockquote class=&quot;post&quot;&gt;Wet &amp;amp; cold&lt;/blockquote&gt;</description></item>
        <item><title>Nothing to read</title><link>https://news.example/nothing</link></item>
        </channel></rss>
        """;

    [Fact]
    public void Every_item_of_rss_with_a_text_is_an_article()
    {
        Assert.True(FeedReader.IsFeed(Rss));
        var articles = FeedReader.Read(Rss, FromFeed);

        Assert.Equal(["https://news.example/ferry", "https://news.example/pier"], articles.Select(a => a.Url!.AbsoluteUri));
        Assert.Equal(["<p>It is <b>back</b> &amp; well.</p>", "<blockquote class=\"post\">Wet &amp; cold</blockquote>"], articles.Select(a => a.Text));
        Assert.Equal("The ferry returns", articles[0].Title);
        Assert.Equal("2018-08-19T10:00:00+00:00", articles[0].PublishedAt);
        Assert.All(articles, a => Assert.Equal("en-GB", a.Lang));
    }

    [Fact]
    public void Atom_holds_html_escaped_or_as_elements_or_plain_words()
    {
        const string atom = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title>
            <entry><title>Eins</title><link rel="edit" href="https://news.example/edit/1"/><link href="https://news.example/1"/><updated>2018-08-19T10:00:00Z</updated><content type="html">&lt;p&gt;Wieder da.&lt;/p&gt;</content></entry>
            <entry><title>Zwei</title><link rel="alternate" href="https://news.example/2"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nass.</p></div></content></entry>
            <entry><title>Drei</title><id>tag:news.example,3</id><summary type="text">2 &lt; 3</summary></entry>
            </feed>
            """;

        Assert.True(FeedReader.IsFeed(atom));
        var articles = FeedReader.Read(atom, ArticleHints.None);

        Assert.Equal(["https://news.example/1", "https://news.example/2", null], articles.Select(a => a.Url?.AbsoluteUri));
        Assert.Equal("<p>Wieder da.</p>", articles[0].Text);
        Assert.Contains("<p>Nass.</p>", articles[1].Text, StringComparison.Ordinal);
        Assert.Equal(ArticleFormat.PlainText, articles[2].Format);
        Assert.Equal("2 < 3", articles[2].Text);
        Assert.Equal("de", articles[0].Lang);
    }

    [Fact]
    public void Json_feed_holds_html_or_plain_words()
    {
        const string json = """
            {"version":"https://jsonfeed.org/version/1.1","title":"Harbour","language":"en","items":[
            {"id":"1","url":"https://news.example/1","title":"One","content_html":"<p>Back.</p>","date_published":"2018-08-19T10:00:00Z"},
            {"id":"https://news.example/2","content_text":"Calm.","language":"fr"}, {"id":"3"}, null ]}
            """;

        Assert.True(FeedReader.IsFeed(json));
        var articles = FeedReader.Read(json, ArticleHints.None);

        Assert.Equal(["<p>Back.</p>", "Calm."], articles.Select(a => a.Text));
        Assert.Equal([ArticleFormat.Html, ArticleFormat.PlainText], articles.Select(a => a.Format));
        Assert.Equal(["en", "fr"], articles.Select(a => a.Lang));
        Assert.Equal("https://news.example/2", articles[1].Url!.AbsoluteUri);
    }

    [Fact]
    public void Feed_may_say_more_than_xml_knows()
    {
        const string rss = """
            <?xml version="1.0"?><!-- by hand --><!DOCTYPE rss PUBLIC "-//Harbour//DTD RSS 0.91//EN" "https://news.example/rss-0.91.dtd">
            <rss version="0.91"><channel><item><title>Ebb &amp; flow</title><link>https://news.example/ebb?a=1&b=2</link><description>Low&nbsp;tide &middot; 3&#160;m &amp;lt; 4 m &unknown;</description></item></channel></rss>
            """;

        var article = Assert.Single(FeedReader.Read(rss, ArticleHints.None));

        Assert.Equal("https://news.example/ebb?a=1&b=2", article.Url!.AbsoluteUri);
        Assert.Equal("Low\u00A0tide · 3\u00A0m &lt; 4 m &unknown;", article.Text);
        Assert.Equal("Ebb & flow", article.Title);
    }

    [Fact]
    public void Item_is_told_from_its_pictures_and_its_counted_address()
    {
        const string rss = """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0" xml:lang="nb"><channel><item>
            <media:content url="https://news.example/a.jpg"><media:title>A quay</media:title></media:content><media:title>Quay</media:title>
            <title>The quay</title><link>https://counter.example/1</link><fb:origLink>https://news.example/quay</fb:origLink>
            <pubDate>19 Aug 2018 10:00 +0200</pubDate><description>Wet.</description></item></channel></rss>
            """;

        var article = Assert.Single(FeedReader.Read(rss, ArticleHints.None));

        Assert.Equal(("The quay", "Wet.", "https://news.example/quay", "2018-08-19T10:00:00+02:00", "nb"), (article.Title, article.Text, article.Url!.AbsoluteUri, article.PublishedAt, article.Lang));
    }

    [Fact]
    public void Half_a_sign_in_json_is_no_reason_to_fail()
    {
        const string json = """{"version":"https://jsonfeed.org/version/1","items":[{"title":"\uD83D","content_html":"<p>Calm.</p>"},{"content_html":"\uDE00"}]}""";

        Assert.Null(Assert.Single(FeedReader.Read(json, ArticleHints.None)).Title);
    }

    [Fact]
    public void Feed_that_breaks_off_gives_the_items_before()
    {
        var articles = FeedReader.Read(Rss[..Rss.IndexOf("Wet", StringComparison.Ordinal)], FromFeed);

        Assert.Equal("The ferry returns", Assert.Single(articles).Title);
    }

    [Theory]
    [InlineData("<rss><channel><item><description>x", "bad-feed")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[", "bad-feed")]
    [InlineData("<rss><channel></channel></rss>", "empty")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", "empty")]
    public void Feed_without_a_readable_item_is_refused(string feed, string code) =>
        Assert.Equal(code, Assert.Throws<ArticleUnreadableException>(() => FeedReader.Read(feed, ArticleHints.None)).Code);

    [Fact]
    public void Entity_of_a_document_type_is_not_expanded() =>
        Assert.Equal("&a;", Assert.Single(FeedReader.Read("<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss><channel><item><description>&a;</description></item></channel></rss>", ArticleHints.None)).Text);

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 50_000));

        Assert.Equal("bad-feed", Assert.Throws<ArticleUnreadableException>(() => FeedReader.Read($"<feed><entry><content>{deep}", ArticleHints.None)).Code);
    }

    [Theory]
    [InlineData("<html><body>rss</body></html>")]
    [InlineData("<rssfeeds></rssfeeds>")]
    [InlineData("{\"version\":\"2\"}")]
    [InlineData("plain words about a <feed>")]
    [InlineData("")]
    public void Other_files_are_no_feeds(string text) => Assert.False(FeedReader.IsFeed(text));
}
