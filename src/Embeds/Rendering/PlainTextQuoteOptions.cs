namespace Embeds.Rendering;

/// <summary>How quote blocks become plain text.</summary>
public sealed record PlainTextQuoteOptions : QuoteRenderingOptions;
