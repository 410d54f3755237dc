using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Capture.Network;
using Embeds.Detection;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>One article between its reading and its blocks: what is embedded in it, and what the network said of that.</summary>
internal sealed record FoundPage
{
    public required Article Article { get; init; }

    public required ArticleDescription Description { get; init; }

    /// <summary>What the work on it may still take.</summary>
    public required Deadline Time { get; init; }

    /// <summary>Null where the scan of its tags says that it holds nothing.</summary>
    public IHtmlDocument? Document { get; init; }

    public EmbedFindings Findings { get; init; } = EmbedFindings.None;

    /// <summary>Of the findings those that become blocks.</summary>
    public IReadOnlyList<EmbedSighting> Shown { get; init; } = [];

    public ArticleLooks Looks { get; init; } = ArticleLooks.None;

    public bool IsMarkdown => Article.Format == ArticleFormat.Markdown;
}
