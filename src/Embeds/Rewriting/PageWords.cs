using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>
/// The words of a page, each with its place in the source, so that a code that was found in the tree's text is found there
/// again. Codes are asked for in the page's order.
/// </summary>
internal sealed class PageWords
{
    private readonly InlaidText _words;
    private int _next;

    public PageWords(string html)
    {
        var inlaid = new InlaidText.Builder(html);
        var copied = 0;
        var reader = new TagReader(html);
        while (reader.Read())
        {
            CharacterReference.Decode(html, copied, reader.Start, inlaid, Spelling.Plain);
            inlaid.Break();
            copied = reader.TextEnd;
        }

        CharacterReference.Decode(html, copied, html.Length, inlaid, Spelling.Plain);
        _words = inlaid.Build();
    }

    /// <param name="code">The code, as the tree has it.</param>
    /// <param name="start">It stands behind this unit of the source.</param>
    /// <returns>Its place in the source; null when it is not there as one piece.</returns>
    public (int Start, int End)? Find(string code, int start)
    {
        for (var at = _next; (at = _words.Text.IndexOf(code, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (!_words.TryPlace(at, at + code.Length, out var place) || place.Start < start)
                continue;
            _next = at + code.Length;
            return (place.Start, place.End);
        }

        return null;
    }
}
