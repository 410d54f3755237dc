using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Embeds.Rewriting;

namespace Embeds.Tests.Rewriting;

public sealed class FeedRewritingTests : IDisposable
{
    private const string Post = """<p>Before</p><blockquote class="twitter-tweet"><p lang="en">Lamps &amp; <b>more</b></p>&mdash; Ada (@ada_example) <a href="https://twitter.com/ada_example/status/931448500000000001">November 17, 2017</a></blockquote><p>After – “so”</p>""";

    private readonly EmbedArchiver _archiver = new(new EmbedArchiverOptions { Recover = false });

    public void Dispose() => _archiver.Dispose();

    public static TheoryData<string, string> Feeds() => new()
    {
        { "escaped RSS", $"<?xml version=\"1.0\"?>\r\n<rss version=\"2.0\"><channel><title>News</title><item><link>https://news.example/1</link><description>{WebUtility.HtmlEncode(Post)}</description></item></channel></rss>" },
        { "RSS in CDATA, twice", $"<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><item><description><![CDATA[{Post}]]></description><content:encoded><![CDATA[{Post}]]></content:encoded></item></channel></rss>" },
        { "Atom", $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>One</title><content type=\"html\">{WebUtility.HtmlEncode(Post)}</content></entry><entry><summary type=\"text\">&lt;p&gt; is a tag</summary></entry></feed>" },
        { "Atom in elements", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Look</p><blockquote class=\"twitter-tweet\"><p>Lamps</p><a href=\"https://twitter.com/ada_example/status/931448500000000001\">2017</a></blockquote><hr /></div></content></entry></feed>" },
        { "JSON Feed", $$"""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://news.example/1","content_html":{{JsonSerializer.Serialize(Post + "\n")}}}]}""" },
        { "a feed in windows-1251", $"<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><description>{WebUtility.HtmlEncode(Post).Replace("After", "Слова", StringComparison.Ordinal)}</description></item></channel></rss>" },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Feed_is_rewritten_within_its_texts_and_comes_back_whole(string what, string feed)
    {
        var encoding = what.Contains("1251", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(1251)! : Encoding.UTF8;
        var original = encoding.GetBytes(feed);

        var rewritten = Rewritten.Check(_archiver, original, "feed.xml")!;

        Assert.NotEmpty(rewritten.Replacements);
        Assert.Empty(rewritten.Refusals);
        var text = encoding.GetString(rewritten.Bytes.Span);
        Assert.DoesNotContain("class=\"twitter-tweet\"", WellFormed(text), StringComparison.Ordinal);
        Assert.Contains("quote-block", WellFormed(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Block_of_an_item_names_the_item_as_its_source()
    {
        var rewritten = _archiver.Rewrite(Encoding.UTF8.GetBytes($"<rss><channel><item><link>https://news.example/7</link><description><![CDATA[{Post}]]></description></item></channel></rss>"));

        var html = XDocument.Parse(Encoding.UTF8.GetString(rewritten.Bytes.Span)).Descendants("description").Single().Value;
        Assert.Equal("https://news.example/7", Embeds.Rendering.HtmlQuoteReader.Read(html).Blocks.Single().Source.Url);
    }

    [Fact]
    public void Embed_written_in_pieces_is_left_with_a_reason()
    {
        var feed = Encoding.UTF8.GetBytes($"<rss><channel><item><description>{WebUtility.HtmlEncode(Post[..60])}<![CDATA[{Post[60..]}]]></description></item></channel></rss>");

        var rewritten = _archiver.Rewrite(feed);

        Assert.True(rewritten.Bytes.Span.SequenceEqual(feed));
        Assert.Equal("in-pieces", Assert.Single(rewritten.Refusals).Code);
    }

    /// <summary>All text of the feed, which must still parse.</summary>
    private static string WellFormed(string feed) =>
        feed.StartsWith('{') ? JsonDocument.Parse(feed).RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()! : XDocument.Parse(feed) is var xml ? xml.Root!.Value + xml : "";
}
