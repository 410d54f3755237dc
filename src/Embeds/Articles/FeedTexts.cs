using System.Collections.Immutable;

namespace Embeds.Articles;

/// <summary>The markup of a feed's items, each text with its place in the feed's own source.</summary>
internal static class FeedTexts
{
    /// <param name="feed">The feed's source.</param>
    /// <returns>In the feed's order; empty where the source is not well-formed enough to be sure of places.</returns>
    public static ImmutableArray<InlaidText> In(string feed) =>
        feed.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['{', ..] ? JsonFeedTexts.In(feed) : XmlFeedTexts.In(feed);
}
