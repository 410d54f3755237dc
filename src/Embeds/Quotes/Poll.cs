using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>A poll in a post.</summary>
public sealed record Poll
{
    /// <summary>The choices in order.</summary>
    public required ImmutableArray<PollOption> Options { get; init => field = value.OrEmpty(); }

    /// <summary>UTC time at which it closes or closed.</summary>
    public string? ClosesAt { get; init; }
}
