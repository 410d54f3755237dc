namespace Embeds.Quotes;

/// <summary>A CSS selector that leads to the carrier's element.</summary>
public sealed record CssSelector : Selector
{
    /// <summary>The selector.</summary>
    public required string Value { get; init; }
}
