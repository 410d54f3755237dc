namespace Embeds.Rendering;

/// <summary>For which reader Markdown is written.</summary>
public enum MarkdownFlavor
{
    /// <summary>Plain CommonMark; stays the same text in GitHub's dialect and with Markdig's extensions.</summary>
    CommonMark,

    /// <summary>Obsidian: the quote is a <c>[!quote]</c> callout titled with its author.</summary>
    Obsidian,

    /// <summary>Hugo: quotation marks, dashes and dots keep their form, no raw HTML is needed, and a single block begins with YAML front matter.</summary>
    Hugo,
}
