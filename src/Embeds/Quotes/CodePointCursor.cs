using System.Text;

namespace Embeds.Quotes;

/// <summary>
/// Walks a text once and says, for offsets in ascending order, what the same place is called in another unit: UTF-16 units (as
/// .NET counts), UTF-8 bytes (as Bluesky counts) or Unicode code points (as quote blocks count). All offsets together cost one
/// pass. A lone surrogate is one code point, and three bytes: those of the U+FFFD that stands for it in UTF-8.
/// </summary>
internal ref struct CodePointCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _utf16;
    private int _utf8;
    private int _codePoint;

    /// <summary>The code point at a UTF-16 offset; an offset inside a surrogate pair means the pair's start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies behind the cursor or past the text's end.</exception>
    public int FromUtf16(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _text.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, _utf16);
        while (MoveNext(offset))
        {
        }

        return _codePoint;
    }

    /// <summary>The code point at a UTF-8 offset. False when none starts there, or when it lies behind the cursor.</summary>
    public bool TryFromUtf8(int offset, out int codePoint)
    {
        while (_utf8 < offset && MoveNext(_text.Length))
        {
        }

        codePoint = _codePoint;
        return _utf8 == offset;
    }

    /// <summary>The UTF-16 offset of a code point. False when the text is shorter, or when it lies behind the cursor.</summary>
    public bool TryToUtf16(int codePoint, out int offset)
    {
        while (_codePoint < codePoint && MoveNext(_text.Length))
        {
        }

        offset = _utf16;
        return _codePoint == codePoint;
    }

    private bool MoveNext(int limit)
    {
        Rune.DecodeFromUtf16(_text[_utf16..], out Rune rune, out int units);
        if (units == 0 || _utf16 + units > limit)
            return false;

        _utf16 += units;
        _utf8 += rune.Utf8SequenceLength;
        _codePoint++;
        return true;
    }
}
