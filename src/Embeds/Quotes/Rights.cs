using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>Under which rule a block is kept.</summary>
public sealed record Rights
{
    /// <summary>Name of the retention profile: <c>keep</c>, <c>honour-deletion</c>, <c>redact-on-delete</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>On what ground, in free text.</summary>
    public string? Basis { get; init; }

    /// <summary>What was removed.</summary>
    public ImmutableArray<Redaction> Redactions { get; init => field = value.OrEmpty(); } = [];
}
