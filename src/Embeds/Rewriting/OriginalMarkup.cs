namespace Embeds.Rewriting;

/// <summary>Where a rewritten article keeps the markup that its blocks replaced.</summary>
public enum OriginalMarkup
{
    /// <summary>In an attribute of the block itself: the article alone gives the original back.</summary>
    Embedded,

    /// <summary>Nowhere in the article: <see cref="RewrittenArticle.Originals"/> is a file for the caller to keep.</summary>
    Apart,
}
