using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class ArticleParserTests
{
    [Fact]
    public void Markup_that_exhausts_the_parser_is_refused_by_the_deadline()
    {
        // Each paragraph opens all earlier formatting elements again, and no two are alike: cubic time.
        var bomb = string.Concat(Enumerable.Range(0, 4_000).Select(i => $"<p><font size={i}>x"));

        var error = Assert.Throws<ArticleUnreadableException>(() => new ArticleParser(TimeSpan.FromMilliseconds(50), TimeProvider.System).Parse(bomb));

        Assert.Equal("parse-deadline", error.Code);
    }

    [Fact]
    public void Documents_in_frames_share_the_deadline_of_their_page()
    {
        var frames = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<iframe srcdoc=\"&lt;p>x&lt;iframe srcdoc='&amp;lt;p>{i}'>\"></iframe>"));

        var error = Assert.Throws<ArticleUnreadableException>(() => new ArticleParser(TimeSpan.FromMilliseconds(50), TimeProvider.System).Parse(frames));

        Assert.Equal("parse-deadline", error.Code);
    }

    [Fact]
    public void Ordinary_page_is_parsed_whole()
    {
        var document = new ArticleParser(TimeSpan.FromMinutes(1), TimeProvider.System).Parse("<title>t</title><p>a<p>b");

        Assert.Equal(2, document.Body!.ChildElementCount);
    }
}
