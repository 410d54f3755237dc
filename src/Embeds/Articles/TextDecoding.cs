using System.Text;
using System.Text.RegularExpressions;

namespace Embeds.Articles;

/// <summary>
/// Decodes a page as browsers do: byte order mark, then the HTTP header, then <c>meta</c> or the XML declaration, then UTF-8
/// if the bytes are valid UTF-8, else windows-1252. Labels mean what the WHATWG Encoding Standard says they mean.
/// </summary>
internal static partial class TextDecoding
{
    // The standard looks at 1,024 bytes; CMSs put whole licence comments before their meta.
    private const int PrescanBytes = 4096;

    public static string Decode(ReadOnlySpan<byte> bytes, string? headerCharset)
    {
        var encoding = EncodingOf(bytes, headerCharset, out var mark);
        return encoding.GetString(bytes[mark..]);
    }

    /// <summary>Whether bytes are text at all: the standard's "binary data bytes" do not occur in any page.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (HasByteOrderMark(bytes) || IsUtf16(bytes))
            return false;
        foreach (var b in bytes[..Math.Min(bytes.Length, 1024)])
        {
            if (b is <= 0x08 or 0x0B or (>= 0x0E and <= 0x1A) or (>= 0x1C and <= 0x1F))
                return true;
        }

        return false;
    }

    /// <param name="bytes">The page.</param>
    /// <param name="headerCharset">The charset of the HTTP header; null for none.</param>
    /// <param name="mark">How many bytes of a byte order mark stand before the text.</param>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes, string? headerCharset, out int mark)
    {
        (mark, var marked) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (3, Encoding.UTF8),
            [0xFF, 0xFE, ..] => (2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => (2, Encoding.BigEndianUnicode),
            _ => (0, (Encoding?)null),
        };
        return marked ?? WithoutMark(bytes, headerCharset);
    }

    private static Encoding WithoutMark(ReadOnlySpan<byte> bytes, string? headerCharset) =>
        ByLabel(headerCharset)
            ?? (IsUtf16(bytes) ? Encoding.Unicode : null)
            ?? ByLabel(DeclaredIn(bytes)) switch
            {
                // A declaration that can be read as ASCII is not in UTF-16, whatever it says.
                UnicodeEncoding => Encoding.UTF8,
                var declared => declared,
            }
            ?? (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : ByLabel("windows-1252")!);

    private static bool HasByteOrderMark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [(byte)'<', 0, _, 0, ..];

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);
        var match = Declaration().Match(head);
        return match.Success ? match.Groups["label"].Value : null;
    }

    private static Encoding? ByLabel(string? label)
    {
        label = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        var known = label switch
        {
            null or "" => null,
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "l1" or "cp1252" or "x-cp1252" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" => "gb18030",
            "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" or "windows-31j" => "shift_jis",
            "ks_c_5601-1987" or "euckr" or "korean" => "euc-kr",
            "tis-620" or "iso-8859-11" => "windows-874",
            "cp1251" or "x-cp1251" => "windows-1251",
            "cp1250" => "windows-1250",
            _ => label,
        };
        if (known is null)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not known, or known and shut off (UTF-7).
            return null;
        }
    }

    // <meta charset="utf-8">, <meta http-equiv=… content="text/html; charset=shift_jis">, <?xml version="1.0" encoding="koi8-r"?>
    [GeneratedRegex("""(?:<meta\s[^>]*?charset\s*=\s*["']?|<\?xml\s[^>]*?encoding\s*=\s*["'])(?<label>[\w:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
