using System.Text;
using CsCheck;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class MhtmlReaderTests
{
    private const string File = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/ferry\r\nDate: Mon, 20 Aug 2018 06:00:00 GMT\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b0\"\r\n\r\n"
        + "--b0\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        + "--b0\r\nContent-Type: text/html\r\nContent-ID: <root>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example/ferry\r\n\r\n<meta charset=3Dutf-8><p>It =\r\nis b=C3=A2ck = 1</p><iframe src=3D\"cid:f1\"></iframe><iframe src=3D\"cid:gone\"></iframe>\r\n"
        + "--b0\r\nContent-Type: text/html; charset=\"windows-1252\"\r\nContent-ID: <f1>\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://player.example/1?a&b\r\n\r\n" + "PHA+6TwvcD4=" + "\r\n--b0--\r\n";

    [Fact]
    public void Page_has_its_frames_in_them()
    {
        var bytes = Encoding.ASCII.GetBytes(File);

        Assert.True(MhtmlReader.Is(bytes));
        var page = MhtmlReader.Read(bytes, 1_000_000)!;

        Assert.Equal("<meta charset=utf-8><p>It is bâck = 1</p><iframe src=\"https://player.example/1?a&amp;b\" srcdoc=\"&lt;p&gt;&#233;&lt;/p&gt;\"></iframe><iframe src=\"cid:gone\"></iframe>", page.Html.TrimEnd());
        Assert.Equal("https://news.example/ferry", page.Location);
    }

    [Fact]
    public void Article_knows_its_original_and_when_it_was_saved()
    {
        var article = ArticleReader.Read(Encoding.ASCII.GetBytes(File), ArticleHints.None, 1_000_000);

        Assert.Equal("https://news.example/ferry", article.Url!.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2018, 8, 20, 6, 0, 0, TimeSpan.Zero), article.Copy!.SavedAt);
        Assert.Equal(ArticleFormat.Html, article.Format);
    }

    [Fact]
    public void Frames_that_hold_each_other_end()
    {
        var file = File.Replace("PHA+6TwvcD4=", Convert.ToBase64String("<iframe src=\"cid:f1\"></iframe>"u8), StringComparison.Ordinal);

        var html = MhtmlReader.Read(Encoding.ASCII.GetBytes(file), 1_000_000)!.Html;

        Assert.InRange(html.Length, 100, 10_000);
    }

    [Theory]
    [InlineData("<html>multipart/related boundary=</html>")]
    [InlineData("Content-Type: text/plain\r\n\r\nmultipart/related; boundary=x")]
    [InlineData("")]
    public void Other_files_are_none(string text) => Assert.False(MhtmlReader.Is(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Any_file_can_be_read()
    {
        Gen.OneOf("--b0", "--b0--", "\r\n", "\r\n\r\n", "Content-Type: text/html\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-ID: <a>\r\n", "\"cid:a\"", "=", "=4", "=41", "PHA+", "x")
            .Array[0, 40].Select(string.Concat)
            .Sample(body =>
            {
                var file = Encoding.ASCII.GetBytes("Content-Type: multipart/related; boundary=b0\r\n\r\n" + body);
                _ = MhtmlReader.Read(file, 10_000);
            });
    }
}
