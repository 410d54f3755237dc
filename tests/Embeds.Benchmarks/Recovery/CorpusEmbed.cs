namespace Embeds.Benchmarks.Recovery;

/// <summary>One embed that the corpus labels.</summary>
/// <param name="Form">By what markup the page shows it.</param>
/// <param name="Platform">Its platform.</param>
/// <param name="Id">Its native id, or null.</param>
/// <param name="Text">Its words as the markup has them, or null.</param>
/// <param name="Name">Its author's name, or null.</param>
/// <param name="Handle">Its author's handle, or null.</param>
/// <param name="PublishedAt">Its date, or null.</param>
/// <param name="Start">Where its start tag stands in the decoded page, in UTF-16 units; -1 where it has none.</param>
internal sealed record CorpusEmbed(string Form, string Platform, string? Id, string? Text, string? Name, string? Handle, string? PublishedAt, int Start)
{
    /// <summary>Whether a network's own markup, or what a blog made of it, holds the words: the signed and the widget form.</summary>
    public bool IsSignedMarkup => Text is not null && Form is "blockquote" or "degraded";

    /// <summary>Whether the publisher's own rendering holds the words: the form of a card.</summary>
    public bool IsCardMarkup => Text is not null && Form is "cms-wrapper";
}
