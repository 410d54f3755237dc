namespace Embeds.Quotes;

/// <summary>The preview of a link that a post shows.</summary>
public sealed record LinkCard
{
    /// <summary>Where the link leads.</summary>
    public required string Url { get; init; }

    /// <summary>Title of the preview.</summary>
    public string? Title { get; init; }

    /// <summary>Text of the preview.</summary>
    public string? Description { get; init; }
}
