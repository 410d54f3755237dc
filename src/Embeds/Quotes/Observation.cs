namespace Embeds.Quotes;

/// <summary>What one look at a post found.</summary>
public sealed record Observation
{
    /// <summary>What was found.</summary>
    public required PostState State { get; init; }

    /// <summary>UTC time of the look.</summary>
    public string? At { get; init; }

    /// <summary>How it was looked at.</summary>
    public ObservationMethod? Method { get; init; }

    /// <summary>What said so, e.g. <c>HTTP 404 from publish.example/oembed</c>.</summary>
    public string? Evidence { get; init; }

    /// <summary>Hash of the stored answer.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>Nobody looked.</summary>
    public static Observation NotLooked { get; } = new() { State = PostState.Unknown, Method = ObservationMethod.None };
}
