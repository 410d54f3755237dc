namespace Embeds.Rewriting;

/// <summary>How an article is rewritten.</summary>
public sealed record RewriteOptions
{
    /// <summary>Whether each block keeps the markup that it replaced, so that the article can be given back whole.</summary>
    /// <value>Default <see cref="OriginalMarkup.Embedded"/>.</value>
    public OriginalMarkup Originals { get; init; } = OriginalMarkup.Embedded;

    /// <summary>Whether only posts that are known to be gone (deleted, suspended, gone) are replaced.</summary>
    /// <value>Default false: every embed is replaced.</value>
    public bool OnlyGone { get; init; }
}
