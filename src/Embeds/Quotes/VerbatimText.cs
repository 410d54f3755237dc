using System.Text;

namespace Embeds.Quotes;

/// <summary>The only changes that a quoted text goes through: those without which HTML, Markdown and JSON could not carry it.</summary>
internal static class VerbatimText
{
    /// <summary>CRLF and CR become LF, NUL and lone surrogates become U+FFFD; nothing else changes, white space least of all.</summary>
    public static string Normalise(string text)
    {
        string normal = text
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\0', '\uFFFD');
        // The encoder puts U+FFFD in the place of each lone surrogate.
        return CodePoints.IndexOfLoneSurrogate(normal) < 0 ? normal : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(normal));
    }

    /// <summary>The beginning of a text, at most so many UTF-16 units, never half a surrogate pair.</summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
