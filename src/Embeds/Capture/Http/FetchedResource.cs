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
}
