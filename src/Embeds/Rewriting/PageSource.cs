using AngleSharp.Dom;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>One page's markup as it was written, and as it is read: unit for unit at the same place.</summary>
/// <param name="Inlay">The markup, with its place in the file.</param>
/// <param name="Markup">What of it is markup: all, but that code samples of Markdown are blanks.</param>
/// <param name="Format">HTML or Markdown.</param>
internal sealed record PageSource(InlaidText Inlay, string Markup, ArticleFormat Format)
{
    public string Text => Inlay.Text;

    public bool IsMarkdown => Format == ArticleFormat.Markdown;

    /// <summary>What of it the parser was given.</summary>
    public TrimmedText Parsed { get; init; } = TrimmedText.Whole(Markup);

    /// <summary>The line end that the page itself uses.</summary>
    public string LineEnd { get; } = LineEndOf(Inlay.Text);

    /// <summary>Where an element began in the markup; -1 when it did not begin there.</summary>
    public int StartOf(IElement element) =>
        element.SourceReference is not { } reference ? -1 : Parsed.InWhole(reference.Position.Position - 1);

    private static string LineEndOf(string text) => text.AsSpan().IndexOfAny('\r', '\n') switch
    {
        < 0 => "\n",
        var at when text[at] == '\n' => "\n",
        var at when at + 1 < text.Length && text[at + 1] == '\n' => "\r\n",
        _ => "\r",
    };
}
