namespace Embeds.Quotes;

/// <summary>One event after sealing, chained to the one before by hash.</summary>
public sealed record HistoryEntry
{
    /// <summary>1-based.</summary>
    public required int Seq { get; init; }

    /// <summary>UTC time.</summary>
    public required string At { get; init; }

    /// <summary>What happened.</summary>
    public required HistoryEvent Event { get; init; }

    /// <summary>What a look found.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>Hash of the entry before; for the first the block's seal.</summary>
    public required string Prev { get; init; }

    /// <summary>SHA-256 of the canonical JSON of this entry without this field.</summary>
    public required string Hash { get; init; }
}
