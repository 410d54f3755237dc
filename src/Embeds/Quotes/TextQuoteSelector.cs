namespace Embeds.Quotes;

/// <summary>The quoted words with what stands around them.</summary>
public sealed record TextQuoteSelector : Selector
{
    /// <summary>The words.</summary>
    public required string Exact { get; init; }

    /// <summary>Text before.</summary>
    public string? Prefix { get; init; }

    /// <summary>Text after.</summary>
    public string? Suffix { get; init; }
}
