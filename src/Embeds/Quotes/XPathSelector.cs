namespace Embeds.Quotes;

/// <summary>An XPath expression that leads to the carrier's element.</summary>
public sealed record XPathSelector : Selector
{
    /// <summary>The expression.</summary>
    public required string Value { get; init; }
}
