namespace Embeds.Quotes;

/// <summary>A copy of the post in an archive (a memento, RFC 7089).</summary>
public sealed record ArchivedVersion
{
    /// <summary>Address of the copy.</summary>
    public required string Url { get; init; }

    /// <summary>When it was made: ISO 8601, reduced precision.</summary>
    public required string At { get; init; }

    /// <summary>Host of the archive.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether the copy was opened and shows the post.</summary>
    public bool? Verified { get; init; }
}
