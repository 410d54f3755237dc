using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>A stretch of a post's text under the same facets, or (a break) a sequence of line ends.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="IsBreak">All of it is line ends; no other run holds one.</param>
/// <param name="Anchor">The one facet that gives the stretch a meaning, such as a link.</param>
/// <param name="Styles">The type it is set in.</param>
internal readonly record struct TextRun(int Start, int End, bool IsBreak, Facet? Anchor = null, TextStyles Styles = TextStyles.None)
{
    public int Length => End - Start;
}
