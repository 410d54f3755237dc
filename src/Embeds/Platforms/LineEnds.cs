namespace Embeds.Platforms;

/// <summary>What a line end of the source means to a reader.</summary>
internal enum LineEnds
{
    /// <summary>A blank, as in HTML.</summary>
    Fold,

    /// <summary>A line break, as where the style says <c>white-space: pre-wrap</c>.</summary>
    Break,

    /// <summary>
    /// A line break between two words, unless the next line is indented, which is a formatter's doing: for codes that copy the
    /// post's own line ends into the markup.
    /// </summary>
    BreakUnlessIndented,
}
