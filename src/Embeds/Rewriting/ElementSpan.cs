using System.Collections.Frozen;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>Finds where an element ends in the source: the parser tells only where it begins.</summary>
internal static class ElementSpan
{
    private static readonly FrozenSet<string> Void = new[] { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // The elements at whose start an open paragraph ends.
    private static readonly FrozenSet<string> EndsParagraph = new[]
    {
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="html">The page.</param>
    /// <param name="start">Where the element's <c>&lt;</c> stands.</param>
    /// <returns>The position after the element; null where the source does not say it beyond doubt.</returns>
    public static int? EndOf(string html, int start)
    {
        if (start < 0 || start >= html.Length || html[start] != '<')
            return null;
        var reader = new TagReader(html.AsSpan(start));
        if (!reader.Read() || reader.Start != 0 || reader.IsEndTag)
            return null;
        if (Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reader.Name))
            return start + reader.End;
        return reader.Is("p") ? EndOfParagraph(start, ref reader) : EndOfElement(start, ref reader);
    }

    private static int? EndOfElement(int start, ref TagReader reader)
    {
        var name = reader.Name;
        for (var depth = 1; reader.Read();)
        {
            if (!reader.Is(name))
                continue;
            depth += reader.IsEndTag ? -1 : 1;
            if (depth == 0)
                return start + reader.End;
        }

        return null;
    }

    private static int? EndOfParagraph(int start, ref TagReader reader)
    {
        while (reader.Read())
        {
            if (reader.Is("p") && reader.IsEndTag)
                return start + reader.End;
            if (!reader.IsEndTag && EndsParagraph.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reader.Name))
                return start + reader.Start;
        }

        return null;
    }
}
