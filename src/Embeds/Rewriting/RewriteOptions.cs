using System.Collections.Immutable;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Rewriting;

/// <summary>How an article is rewritten.</summary>
public sealed record RewriteOptions
{
    /// <summary>Where the markup that blocks replace is kept, so that the article can be given back whole.</summary>
    /// <value>Default <see cref="OriginalMarkup.Embedded"/>.</value>
    public OriginalMarkup Originals { get; init; } = OriginalMarkup.Embedded;

    /// <summary>Whether only posts that are known to be gone (deleted, suspended, gone) are replaced.</summary>
    /// <value>Default false: every embed is replaced. What a post has become stands in no article, so give <see cref="Blocks"/> with it.</value>
    public bool OnlyGone { get; init; }

    /// <summary>
    /// Whether platforms' loader scripts go as well. One goes only when the page has nothing left that it works on: no embed, no
    /// button or timeline, no script that calls it.
    /// </summary>
    /// <value>Default false: they stay.</value>
    public bool RemoveLoaders { get; init; }

    /// <summary>
    /// Blocks that are known already, from a capture with the network perhaps. One whose <see cref="QuoteBlock.Key"/> is an
    /// embed's takes its place instead of what the article itself says; the last of several with one key counts.
    /// </summary>
    /// <value>Default empty. One whose seal does not hold is not used, and its embed is refused.</value>
    public ImmutableArray<QuoteBlock> Blocks { get; init; } = [];

    /// <summary>How blocks are written in HTML. The carrier is what makes the article's blocks readable again.</summary>
    /// <value>Default: see <see cref="HtmlQuoteOptions"/>.</value>
    public HtmlQuoteOptions Html { get; init; } = new();

    /// <summary>How blocks are written in Markdown sources, where they stand between other text. HTML within HTML stays HTML.</summary>
    /// <value>Default: see <see cref="MarkdownQuoteOptions"/>. Front matter is never written.</value>
    public MarkdownQuoteOptions Markdown { get; init; } = new();
}
