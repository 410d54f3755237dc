using System.Buffers;
using System.Globalization;
using System.Text;

namespace Embeds.Quotes;

/// <summary>Makes <see cref="QuoteBlock.Key"/>: the name under which two captures of one post meet.</summary>
internal static class QuoteKey
{
    /// <summary>In Unicode code points, as the schema counts.</summary>
    private const int MaxLength = 512;

    private const string TextScheme = "text";

    private static readonly SearchValues<char> PlatformCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>
    /// <c>platform:native_id</c>. White space, control characters and <c>%</c> in an id are percent-escaped, so that no two ids
    /// share a key; an id too long for a key is named by its hash.
    /// </summary>
    /// <exception cref="ArgumentException">The platform is no platform's id, or the native id is empty.</exception>
    public static string ForPost(string platform, string nativeId)
    {
        if (!IsPlatform(platform))
            throw new ArgumentException($"'{platform}' is not a platform's id: lower-case letters, digits and hyphens, a letter first, and not 'text'.", nameof(platform));
        ArgumentException.ThrowIfNullOrEmpty(nativeId);

        string key = $"{platform}:{Escape(nativeId)}";
        return CodePoints.Count(key) <= MaxLength ? key : $"{platform}:sha256:{ContentHash.Of(Encoding.UTF8.GetBytes(nativeId))}";
    }

    /// <summary>
    /// <c>text:</c> and the SHA-256 of handle, line feed, text, for a post whose id is not known. For the key alone both are put
    /// in one form: NFC, lower case, runs of white space as one space.
    /// </summary>
    public static string ForText(string? handle, string text)
    {
        string identity = $"{Fold(handle ?? "")}\n{Fold(text)}";
        return $"{TextScheme}:{ContentHash.Of(Encoding.UTF8.GetBytes(identity))}";
    }

    private static bool IsPlatform(string platform) =>
        platform is [>= 'a' and <= 'z', ..]
        && platform is not TextScheme
        && !platform.AsSpan().ContainsAnyExcept(PlatformCharacters);

    private static string Escape(string nativeId)
    {
        var escaped = new StringBuilder(nativeId.Length);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in nativeId.EnumerateRunes())
        {
            if (!MustEscape(rune))
            {
                escaped.Append(rune.ToString());
                continue;
            }

            foreach (byte unit in utf8[..rune.EncodeToUtf8(utf8)])
                escaped.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return escaped.ToString();
    }

    /// <summary>The byte order mark counts as white space in the pattern language of JSON Schema.</summary>
    private static bool MustEscape(Rune rune) =>
        rune.Value is '%' or 0xFEFF || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    private static string Fold(string text)
    {
        // The one character besides half a surrogate pair that .NET does not normalise.
        string lower = VerbatimText.Normalise(text).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC).ToLowerInvariant();
        return string.Join(' ', lower.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
