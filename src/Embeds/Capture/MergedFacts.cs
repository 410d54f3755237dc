using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>All that is known of a post, with the source of each field.</summary>
internal sealed record MergedFacts
{
    public PostKind? Kind { get; init; }

    public Author Author { get; init; } = new();

    public PostText? Text { get; init; }

    /// <summary>The platform has other words now than the article has.</summary>
    public bool IsReworded { get; init; }

    public Published Published { get; init; } = Published.Unknown;

    public string? EditedAt { get; init; }

    public ImmutableArray<Media> Media { get; init; } = [];

    public LinkCard? Card { get; init; }

    public Poll? Poll { get; init; }

    public PostRef? Quoted { get; init; }

    public PostThread? Thread { get; init; }

    public Metrics? Metrics { get; init; }

    public required ImmutableSortedDictionary<string, Provenance> Provenance { get; init; }
}
