using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>The seal: a hash over the block's canonical JSON without <c>integrity</c> and <c>history</c>.</summary>
public sealed record Integrity
{
    /// <summary>Always <c>sha-256</c>.</summary>
    public string Alg { get; } = "sha-256";

    /// <summary>Always <c>rfc8785</c>.</summary>
    public string Canon { get; } = "rfc8785";

    /// <summary>The hash, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Seal of the block that this one supersedes. Not itself covered by the seal.</summary>
    public string? Previous { get; init; }

    /// <summary>Tokens of others that prove when the seal existed. They come after the seal, which does not cover them.</summary>
    public ImmutableArray<TrustedTimestamp> Timestamps { get; init => field = value.OrEmpty(); } = [];
}
