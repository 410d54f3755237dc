using Embeds.Capture.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class AcceptedContentTests
{
    [Theory]
    [InlineData("text/html", true)]
    [InlineData("TEXT/Markdown", true)]
    [InlineData("application/xhtml+xml", true)]
    [InlineData("application/rss+xml", true)]
    [InlineData("application/feed+json", true)]
    [InlineData("multipart/related", true)]
    [InlineData("application/warc", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData(null, true)]
    [InlineData("image/svg+xml", false)]
    [InlineData("image/png", false)]
    [InlineData("application/pdf", false)]
    [InlineData("video/mp4", false)]
    public void Accepts_takes_what_can_hold_an_article(string? mediaType, bool accepted) =>
        Assert.Equal(accepted, AcceptedContent.Article.Accepts(mediaType));
}
