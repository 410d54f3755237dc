namespace Embeds.Rendering;

/// <summary>What a quote's figure says in a page.</summary>
/// <param name="Key">Its <c>data-qb-key</c>.</param>
/// <param name="Json">Its <c>data-qb-json</c>.</param>
/// <param name="Words">The text of its own blockquote; empty where it has none.</param>
/// <param name="Marks">What its elements are marked as; null where it has its JSON, which says more.</param>
internal sealed record ScannedFigure(string? Key, string? Json, string Words, FigureMarks? Marks);
