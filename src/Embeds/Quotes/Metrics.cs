namespace Embeds.Quotes;

/// <summary>Counts shown with a post, at one instant.</summary>
public sealed record Metrics
{
    /// <summary>UTC time of the counts.</summary>
    public required string At { get; init; }

    /// <summary>Replies.</summary>
    public long? Replies { get; init; }

    /// <summary>Reposts.</summary>
    public long? Reposts { get; init; }

    /// <summary>Quotes.</summary>
    public long? Quotes { get; init; }

    /// <summary>Likes.</summary>
    public long? Likes { get; init; }

    /// <summary>Views.</summary>
    public long? Views { get; init; }
}
