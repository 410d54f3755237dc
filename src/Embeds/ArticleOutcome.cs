namespace Embeds;

/// <summary>What became of one of many articles: its quotes or the reason why there are none. Exactly one of the two is set.</summary>
public sealed record ArticleOutcome
{
    /// <summary>The article as it was asked for.</summary>
    public required ArticleSource Source { get; init; }

    /// <summary>The quotes; null when the article could not be read.</summary>
    public ArticleQuotes? Quotes { get; init; }

    /// <summary>Why it could not be read; null when it could.</summary>
    public ArticleUnreadableException? Error { get; init; }
}
