namespace Embeds.Rendering;

/// <summary>Whether a rendered figure carries the whole block with it.</summary>
public enum HtmlCarrier
{
    /// <summary>The block's canonical JSON stands in the figure's <c>data-qb-json</c> attribute: <see cref="HtmlQuoteReader"/> reads it back without loss.</summary>
    Attribute,

    /// <summary>The figure names the block's key and seal only.</summary>
    None,
}
