namespace Embeds.Rendering;

/// <summary>How quote blocks become Markdown.</summary>
public sealed record MarkdownQuoteOptions : QuoteRenderingOptions
{
    /// <summary>For which reader the Markdown is meant.</summary>
    /// <value>Default: <see cref="MarkdownFlavor.CommonMark"/>.</value>
    public MarkdownFlavor Flavor { get; init; } = MarkdownFlavor.CommonMark;
}
