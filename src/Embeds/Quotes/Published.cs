namespace Embeds.Quotes;

/// <summary>When a post was published, as precisely as the source says and never more.</summary>
public sealed record Published
{
    /// <summary>ISO 8601 with reduced precision (<c>2017-11-17</c>, <c>2017-11-17T08:01:00Z</c>); null exactly when <see cref="Precision"/> is unknown.</summary>
    public string? At { get; init; }

    /// <summary>How exact <see cref="At"/> is.</summary>
    public required DatePrecision Precision { get; init; }

    /// <summary>Whether the zone is known.</summary>
    public DateZone? Zone { get; init; }

    /// <summary>The date as the source printed it.</summary>
    public string? AsShown { get; init; }

    /// <summary>A time of which nothing is known.</summary>
    public static Published Unknown { get; } = new() { Precision = DatePrecision.Unknown };
}
