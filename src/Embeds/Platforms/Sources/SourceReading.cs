using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>What one answer says of a post.</summary>
public sealed record SourceReading
{
    /// <summary>
    /// Whether the post stands. Only what the answer proves: a wall, a limit, a fault is <see cref="PostState.Unreachable"/>, and
    /// <see cref="PostState.Deleted"/> needs the platform's own word. <see cref="PostState.Unknown"/> says nothing of it.
    /// </summary>
    public required PostState State { get; init; }

    /// <summary>What in the answer said so, in the platform's own words where it has any; null for a post that is there.</summary>
    public string? Evidence { get; init; }

    /// <summary>What it says of the post; null when nothing. <c>Via</c> and <c>Rule</c> are those of the source.</summary>
    public PostFacts? Facts { get; init; }

    /// <summary>Sources that only this answer names, asked next: a discovered endpoint, the server that holds the record.</summary>
    public ImmutableArray<PostSource> Then { get; init; } = [];

    /// <summary>The post is there.</summary>
    public static SourceReading Live(PostFacts facts) => new() { State = PostState.Live, Facts = facts };

    /// <summary>The post is not to be seen, and why.</summary>
    public static SourceReading Of(PostState state, string evidence) => new() { State = state, Evidence = evidence };
}
