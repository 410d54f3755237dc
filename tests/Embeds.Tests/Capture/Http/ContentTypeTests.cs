using Embeds.Capture.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("text/html", "text/html", null)]
    [InlineData("TEXT/HTML ; Charset=UTF-8", "text/html", "UTF-8")]
    [InlineData("text/html;charset=\"windows-1251\"", "text/html", "windows-1251")]
    [InlineData("text/html; charset='shift_jis'", "text/html", "shift_jis")]
    [InlineData("text/html; charset=utf-8;", "text/html", "utf-8")]
    [InlineData("text/html;;charset=utf-8", "text/html", "utf-8")]
    [InlineData("text/html charset=utf-8", "text/html", "utf-8")]
    [InlineData("text/html, text/html; charset=koi8-r", "text/html", "koi8-r")]
    [InlineData("text/html; charset=utf-8; charset=big5", "text/html", "utf-8")]
    [InlineData("multipart/related; type=\"text/html\"; boundary=\"x/y\"", "multipart/related", null)]
    [InlineData("text/html; charset=", "text/html", null)]
    [InlineData("text/html; charset", "text/html", null)]
    [InlineData("html", null, null)]
    [InlineData("\u001B[31m/html", null, null)]
    [InlineData("", null, null)]
    public void Parse_reads_what_servers_write(string header, string? mediaType, string? charset) =>
        Assert.Equal(new ContentType(mediaType, charset), ContentType.Parse(header));
}
