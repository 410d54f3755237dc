using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>What the network said of one post.</summary>
internal sealed record PostLook
{
    public static PostLook None { get; } = new();

    /// <summary>What its sources say, in the order asked.</summary>
    public ImmutableArray<PostFacts> Facts { get; init; } = [];

    /// <summary>Whether it stands, all looks taken together.</summary>
    public Observation Status { get; init; } = Observation.NotLooked;

    /// <summary>Each single look.</summary>
    public ImmutableArray<Observation> Looks { get; init; } = [];

    /// <summary>Archived copies, the nearest to the article first.</summary>
    public ImmutableArray<ArchivedVersion> Versions { get; init; } = [];

    public ImmutableArray<CaptureIssue> Issues { get; init; } = [];

    /// <summary>Something was asked, and the network failed each time.</summary>
    public bool IsDown { get; init; }

    /// <summary>All that is known of the post: what the article says, and what the network does.</summary>
    public PostFacts[] With(PostFacts printed) => [printed, .. Facts];
}
