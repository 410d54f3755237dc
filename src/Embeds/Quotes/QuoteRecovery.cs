using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>How sure a quote is that was found in text without its embed. Each confidence is a percent, 0 to 100.</summary>
public sealed record QuoteRecovery
{
    /// <summary>Is it a post at all?</summary>
    public required int Post { get; init; }

    /// <summary>Is the author right? 0 when none is named.</summary>
    public required int Author { get; init; }

    /// <summary>Is the platform right? 0 when it is unknown.</summary>
    public required int Platform { get; init; }

    /// <summary>Are these the post's exact words?</summary>
    public required int Words { get; init; }

    /// <summary>The rules that fired, in the order of their spans.</summary>
    public ImmutableArray<RecoveryEvidence> Evidence { get; init => field = value.OrEmpty(); } = [];
}
