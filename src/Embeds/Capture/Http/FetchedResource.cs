namespace Embeds.Capture.Http;

/// <summary>A body that arrived whole.</summary>
internal sealed record FetchedResource : FetchOutcome
{
    /// <summary>The bytes, decompressed.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type in lower case; null where the server names none.</summary>
    public required string? MediaType { get; init; }

    /// <summary>The encoding that the server names, in its spelling; null where it names none.</summary>
    public required string? Charset { get; init; }

    /// <summary>Where the body was found, after all redirects.</summary>
    public required Uri FinalUri { get; init; }

    /// <summary>When the answer began to arrive.</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>The status: 200, or any where refusals are wanted too.</summary>
    public int StatusCode { get; init; } = 200;

    /// <summary>The address that the answer names for what it holds; null where it names none.</summary>
    public Uri? ContentLocation { get; init; }

    /// <summary>How long the answer may be kept, and how to ask whether it still holds.</summary>
    public Freshness Freshness { get; init; } = Freshness.None;
}
