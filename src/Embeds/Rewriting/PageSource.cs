using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>One page's markup as it was written, and as the parser was given it: unit for unit at the same place.</summary>
/// <param name="Inlay">The markup, with its place in the file.</param>
/// <param name="Parsed">What the parser read.</param>
/// <param name="Format">HTML or Markdown.</param>
internal sealed record PageSource(InlaidText Inlay, string Parsed, ArticleFormat Format)
{
    public string Text => Inlay.Text;

    public bool IsMarkdown => Format == ArticleFormat.Markdown;

    /// <summary>The line end that the page itself uses.</summary>
    public string LineEnd { get; } = LineEndOf(Inlay.Text);

    private static string LineEndOf(string text) => text.AsSpan().IndexOfAny('\r', '\n') switch
    {
        < 0 => "\n",
        var at when text[at] == '\n' => "\n",
        var at when at + 1 < text.Length && text[at + 1] == '\n' => "\r\n",
        _ => "\r",
    };
}
