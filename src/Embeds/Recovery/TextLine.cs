using System.Runtime.InteropServices;
using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>A line of a block, without the blanks at its ends.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Block">The index of its block.</param>
/// <param name="IsFirst">Whether it begins its block.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextLine(TextSpan Span, int Block, bool IsFirst);
