namespace Embeds.Rendering;

/// <summary>How quote blocks become HTML.</summary>
public sealed record HtmlQuoteOptions : QuoteRenderingOptions
{
    /// <summary>Whether the figure carries the block's JSON, with all its evidence, notes and history.</summary>
    /// <value>Default: <see cref="HtmlCarrier.Attribute"/>.</value>
    public HtmlCarrier Carrier { get; init; } = HtmlCarrier.Attribute;

    /// <summary>Begins every <c>id</c> in the output.</summary>
    /// <value>Default: <c>qb</c>. A letter, then letters, digits, <c>-</c> or <c>_</c>; anything else throws when the renderer is made.</value>
    public string IdPrefix { get; init; } = "qb";
}
