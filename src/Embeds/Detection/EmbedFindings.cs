using System.Collections.Immutable;
using Embeds.Articles;

namespace Embeds.Detection;

/// <summary>What one walk found: the sightings in document order, and what the page says of itself.</summary>
internal sealed record EmbedFindings(ImmutableArray<EmbedSighting> Sightings, ArticleHead Head, ImmutableArray<CaptureIssue> Issues)
{
    public static EmbedFindings None { get; } = new([], new ArticleHead(), []);
}
