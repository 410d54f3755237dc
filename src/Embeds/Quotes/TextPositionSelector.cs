namespace Embeds.Quotes;

/// <summary>A span of the article's text, in Unicode code points, 0-based, end exclusive.</summary>
public sealed record TextPositionSelector : Selector
{
    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }
}
