using System.Net;
using System.Text;

namespace Embeds.Articles;

/// <summary>
/// Mends what many feeds do wrong: HTML's entities (<c>&amp;nbsp;</c>), which XML does not know, and ampersands that begin none.
/// </summary>
internal static class FeedEntities
{
    private const int MaxName = 32;

    public static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        for (var at = rest.IndexOf('&'); at >= 0; at = rest.IndexOf('&'))
        {
            mended.Append(rest[..at]);
            rest = rest[at..];
            var length = LengthOf(rest);
            mended.Append(length == 0 ? "&amp;" : IsOfXml(rest[..length]) ? rest[..length] : Decoded(rest[..length]));
            rest = rest[Math.Max(length, 1)..];
        }

        return mended.Append(rest).ToString();
    }

    /// <returns>The length of the reference that the text begins with; zero for none.</returns>
    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, MaxName)].IndexOf(';');
        return end > 1 && text[1..end].IndexOfAnyExcept(NameChars) < 0 ? end + 1 : 0;
    }

    private static bool IsOfXml(ReadOnlySpan<char> reference) => reference is ['&', '#', ..] or "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;";

    private static string Decoded(ReadOnlySpan<char> reference)
    {
        var written = reference.ToString();
        var decoded = WebUtility.HtmlDecode(written);
        return decoded == written ? "&amp;" + written[1..] : decoded;
    }

    private static readonly System.Buffers.SearchValues<char> NameChars =
        System.Buffers.SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
