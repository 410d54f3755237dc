using System.Text;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class ArticleReaderTests
{
    private const int NoLimit = int.MaxValue;

    [Theory]
    [InlineData("<!doctype html><p>x", null, ArticleFormat.Html)]
    [InlineData("A field of a CMS. <iframe src=x></iframe>", null, ArticleFormat.Html)]
    [InlineData("It begins with words</p><p>and goes on", null, ArticleFormat.Html)]
    [InlineData("<3 to all who wrote, says the text", null, ArticleFormat.PlainText)]
    [InlineData("a < b and b > c, says the text", null, ArticleFormat.PlainText)]
    [InlineData("Plain words.\n\nMore of them.", "story.html", ArticleFormat.PlainText)]
    [InlineData("---\ntitle: Note\n---\nWords", null, ArticleFormat.Markdown)]
    [InlineData("# Heading\n\nWords", "note.md", ArticleFormat.Markdown)]
    public void Format_is_decided_by_the_content_and_only_then_by_the_name(string text, string? name, object format) =>
        Assert.Equal(format, ArticleReader.Read(Encoding.UTF8.GetBytes(text), new ArticleHints { Name = name }, NoLimit).Format);

    [Theory]
    [InlineData(0, 10, "empty")]
    [InlineData(11, 10, "too-large")]
    public void Size_is_bounded(int length, int limit, string code)
    {
        var error = Assert.Throws<ArticleUnreadableException>(() => ArticleReader.Read(new byte[length], ArticleHints.None, limit));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void Binary_is_refused() =>
        Assert.Equal("not-text", Assert.Throws<ArticleUnreadableException>(() => ArticleReader.Read(new byte[] { 1, 2, 3, 4 }, ArticleHints.None, NoLimit)).Code);

    [Fact]
    public void Hash_is_of_the_bytes_as_they_came()
    {
        var article = ArticleReader.Read("abc"u8.ToArray(), ArticleHints.None, NoLimit);

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", article.Sha256);
    }
}
