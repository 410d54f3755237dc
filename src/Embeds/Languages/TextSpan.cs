using System.Runtime.InteropServices;

namespace Embeds.Languages;

/// <summary>A span of a text in UTF-16 units, end exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>The span without the blanks at its ends.</summary>
    public TextSpan Trim(string text)
    {
        int start = Start, end = End;
        while (start < end && Languages.Scripts.IsBlank(text[start]))
            start++;
        while (end > start && Languages.Scripts.IsBlank(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}
