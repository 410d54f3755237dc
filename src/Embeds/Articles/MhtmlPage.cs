namespace Embeds.Articles;

/// <summary>A page out of a saved file.</summary>
/// <param name="Html">Its markup, with the documents of its frames in them.</param>
/// <param name="Location">Its address, as the file has it; null when it does not say.</param>
/// <param name="Date">When it was saved, as the file writes it; null when it does not say.</param>
internal sealed record MhtmlPage(string Html, string? Location, string? Date);
