using System.Text;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class TextDecodingTests
{
    private static Encoding Legacy(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;

    [Fact]
    public void Byte_order_mark_wins_over_header_and_meta()
    {
        byte[] page = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<meta charset=koi8-r>Übermut")];

        Assert.Equal("<meta charset=koi8-r>Übermut", TextDecoding.Decode(page, "windows-1251"));
    }

    [Fact]
    public void Header_wins_over_meta()
    {
        var page = Legacy("windows-1251").GetBytes("<meta charset=utf-8>Мост");

        Assert.Equal("<meta charset=utf-8>Мост", TextDecoding.Decode(page, "windows-1251"));
    }

    [Theory]
    [InlineData("<meta charset=\"shift_jis\">橋が開いた", "shift_jis")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=EUC-KR'>다리", "euc-kr")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1250\"?><p>Zażółć</p>", "windows-1250")]
    [InlineData("<meta charset=gb2312>桥", "gb18030")]
    public void Declaration_in_the_page_is_believed(string page, string encoding) =>
        Assert.Equal(page, TextDecoding.Decode(Legacy(encoding).GetBytes(page), null));

    [Fact]
    public void Latin1_label_means_windows_1252()
    {
        var page = Legacy("windows-1252").GetBytes("<meta charset=iso-8859-1>“quoted” €5");

        Assert.Equal("<meta charset=iso-8859-1>“quoted” €5", TextDecoding.Decode(page, null));
    }

    [Fact]
    public void Undeclared_utf8_is_recognised() =>
        Assert.Equal("<p>naïve 🎉", TextDecoding.Decode(Encoding.UTF8.GetBytes("<p>naïve 🎉"), null));

    [Fact]
    public void Undeclared_other_bytes_are_windows_1252() =>
        Assert.Equal("<p>caf\u00e9", TextDecoding.Decode([.. "<p>caf"u8, 0xE9], null));

    [Fact]
    public void Unknown_label_falls_through_to_the_next_sign() =>
        Assert.Equal("<p>naïve", TextDecoding.Decode(Encoding.UTF8.GetBytes("<p>naïve"), "no-such-charset"));

    [Fact]
    public void Meta_that_claims_utf16_in_ascii_is_not_believed() =>
        Assert.Equal("<meta charset=utf-16>ü", TextDecoding.Decode(Encoding.UTF8.GetBytes("<meta charset=utf-16>ü"), null));

    [Fact]
    public void Utf16_without_mark_is_recognised_by_its_first_tag() =>
        Assert.Equal("<p>über", TextDecoding.Decode(Encoding.Unicode.GetBytes("<p>über"), null));

    [Fact]
    public void Picture_is_binary()
    {
        Assert.True(TextDecoding.LooksBinary([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]));
        Assert.False(TextDecoding.LooksBinary("plain text\twith\r\nlines and an escape \u001b[0m"u8));
    }
}
