namespace Embeds.Quotes;

/// <summary>
/// Offsets of quote blocks are Unicode code points, as the W3C Web Annotation model demands. For many offsets into one text use
/// a <see cref="CodePointCursor"/>, which walks the text only once.
/// </summary>
/// <seealso href="https://www.w3.org/TR/annotation-model/#text-position-selector"/>
internal static class CodePoints
{
    /// <summary>Number of code points; a lone surrogate counts as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = text.Length;
        for (int high; (high = text.IndexOfAnyInRange('\uD800', '\uDBFF')) >= 0; text = text[(high + 1)..])
        {
            if (high + 1 < text.Length && char.IsLowSurrogate(text[high + 1]))
                count--;
        }

        return count;
    }

    /// <inheritdoc cref="CodePointCursor.FromUtf16"/>
    public static int FromUtf16(ReadOnlySpan<char> text, int offset) => new CodePointCursor(text).FromUtf16(offset);

    /// <inheritdoc cref="CodePointCursor.TryFromUtf8"/>
    public static bool TryFromUtf8(ReadOnlySpan<char> text, int offset, out int codePoint) =>
        new CodePointCursor(text).TryFromUtf8(offset, out codePoint);

    /// <inheritdoc cref="CodePointCursor.TryToUtf16"/>
    public static bool TryToUtf16(ReadOnlySpan<char> text, int codePoint, out int offset) =>
        new CodePointCursor(text).TryToUtf16(codePoint, out offset);

    /// <summary>Where the first half of a surrogate pair without its other half stands, as a UTF-16 offset; −1 where none does.</summary>
    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        int start = 0;
        for (int next; (next = text[start..].IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; start += next + 2)
        {
            int at = start + next;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return at;
        }

        return -1;
    }
}
