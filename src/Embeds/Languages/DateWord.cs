using System.Runtime.InteropServices;

namespace Embeds.Languages;

/// <summary>What a word may be inside a date.</summary>
/// <param name="Kind">Everything but a month.</param>
/// <param name="Month">1 to 12, 0 for none, or <see cref="Ambiguous"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateWord(DateWordKind Kind, int Month)
{
    /// <summary>Two languages mean different months by the same word, so it dates nothing.</summary>
    public const int Ambiguous = -1;

    public bool Is(DateWordKind kind) => (Kind & kind) != DateWordKind.None;
}
