namespace Embeds.Quotes;

/// <summary>One choice of a poll.</summary>
public sealed record PollOption
{
    /// <summary>The choice.</summary>
    public required string Label { get; init; }

    /// <summary>Votes for it, when shown.</summary>
    public long? Votes { get; init; }
}
