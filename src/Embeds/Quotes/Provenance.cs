namespace Embeds.Quotes;

/// <summary>Where a value came from and how sure it is.</summary>
public sealed record Provenance
{
    /// <summary>The way it came.</summary>
    public required Via Via { get; init; }

    /// <summary>Percent, 0 to 100; 100 = copied verbatim from a structured field.</summary>
    public required int Confidence { get; init; }

    /// <summary>Which reader or rule found it, e.g. <c>x.blockquote</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>The snippet or address it came from, or what another source said instead; at most 2,000 characters.</summary>
    public string? Evidence { get; init; }

    /// <summary>Hash of the stored raw answer.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>UTC time at which the source was read.</summary>
    public string? At { get; init; }
}
