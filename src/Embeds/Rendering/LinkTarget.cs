using System.Buffers;
using System.Globalization;
using System.Text;

namespace Embeds.Rendering;

/// <summary>Decides which addresses become links.</summary>
internal static class LinkTarget
{
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create(
        ['\\', '\u007F', .. Enumerable.Range(0, ' ').Select(c => (char)c)]);

    private static readonly SearchValues<char> Encoded = SearchValues.Create(
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(MustBeEncoded).ToArray());

    /// <summary>
    /// The address as a link target, or null where it must not be one: not http or https, no host, a host that is none, or with
    /// a character that readers disagree about (a control character, a backslash). What a URL cannot hold bare, such as a space or a brace,
    /// is percent-encoded.
    /// </summary>
    public static string? Of(string? url)
    {
        if (url is null || !HasWebScheme(url) || url.AsSpan().ContainsAny(Ambiguous))
            return null;
        if (!url.AsSpan().ContainsAny(Encoded))
            return url;
        return Authority(url).ContainsAny(Encoded) ? null : Encode(url);
    }

    // Nothing can be encoded in it.
    private static ReadOnlySpan<char> Authority(string url)
    {
        ReadOnlySpan<char> rest = url.AsSpan(url.IndexOf("//", StringComparison.Ordinal) + 2);
        int end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }

    private static bool MustBeEncoded(char c) =>
        c is '"' or '<' or '>' or '`' or '{' or '|' or '}' or '^'
        || char.IsWhiteSpace(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool HasWebScheme(string url)
    {
        int host = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : url.Length;
        return host < url.Length && url[host] is not ('/' or '?' or '#');
    }

    private static string Encode(string url)
    {
        var encoded = new StringBuilder(url.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in url.EnumerateRunes())
        {
            if (rune.IsBmp && !MustBeEncoded((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return encoded.ToString();
    }
}
