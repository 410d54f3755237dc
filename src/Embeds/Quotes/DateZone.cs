namespace Embeds.Quotes;

/// <summary>Whether the zone of a printed time is known.</summary>
public enum DateZone
{
    /// <summary>The source states it.</summary>
    Explicit,

    /// <summary>The source does not, but its kind always prints UTC.</summary>
    AssumedUtc,

    /// <summary>Not known: the day may be off by one.</summary>
    Unknown,
}
