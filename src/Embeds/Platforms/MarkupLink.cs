using AngleSharp.Dom;

namespace Embeds.Platforms;

/// <summary>A link in a <see cref="MarkupText"/>.</summary>
/// <param name="Start">First UTF-16 unit of its words.</param>
/// <param name="End">Unit after the last; equals <paramref name="Start"/> for a link without words.</param>
/// <param name="Href">Its target as written.</param>
/// <param name="Element">The element.</param>
public readonly record struct MarkupLink(int Start, int End, string Href, IElement Element);
