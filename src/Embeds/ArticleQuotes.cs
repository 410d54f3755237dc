using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds;

/// <summary>Every post that one article quotes, in the article's order, with what went wrong on the way.</summary>
public sealed partial record ArticleQuotes
{
    /// <summary>The article itself.</summary>
    public required ArticleDescription Article { get; init; }

    /// <summary>The sealed blocks in the article's order; empty when it quotes no post.</summary>
    public ImmutableArray<QuoteBlock> Blocks { get; init; } = [];

    /// <summary>What is missing, in conflict or odd; never the loss of a block.</summary>
    public ImmutableArray<CaptureIssue> Issues { get; init; } = [];
}
