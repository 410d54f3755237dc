using System.Collections.Immutable;

namespace Embeds.Detection;

/// <summary>What one walk found: the sightings in document order, and what could not be read.</summary>
internal sealed record EmbedFindings(ImmutableArray<EmbedSighting> Sightings, ImmutableArray<CaptureIssue> Issues)
{
    public static EmbedFindings None { get; } = new([], []);
}
