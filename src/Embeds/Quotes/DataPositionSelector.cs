namespace Embeds.Quotes;

/// <summary>A span of the article's bytes, 0-based, end exclusive.</summary>
public sealed record DataPositionSelector : Selector
{
    /// <summary>First byte.</summary>
    public required int Start { get; init; }

    /// <summary>Byte after the last.</summary>
    public required int End { get; init; }
}
