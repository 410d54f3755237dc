using System.Collections.Frozen;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>Finds where an element ends in the source: the parser tells only where it begins.</summary>
internal static class ElementSpan
{
    private const int MaxDepth = 256;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Names("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    // The elements at whose start an open paragraph ends.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndsParagraph = Names(
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul");

    // An end tag of one of them, alone inside another element, ends what was opened around both.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Containers = Names(
        "address", "article", "aside", "blockquote", "body", "center", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
        "header", "html", "main", "nav", "ol", "section", "table", "td", "th", "tr", "ul");

    public static bool IsVoid(ReadOnlySpan<char> name) => Void.Contains(name);

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
        if (IsVoid(reader.Name) || reader.IsSelfClosed && (reader.Is("svg") || reader.Is("math")))
            return start + reader.End;
        return reader.Is("p") ? EndOfParagraph(start, ref reader) : EndOfElement(start, ref reader);
    }

    private static int? EndOfElement(int start, ref TagReader reader)
    {
        var name = reader.Name;
        var inner = new List<string>();
        for (var depth = 1; reader.Read();)
        {
            if (reader.Is(name))
            {
                depth += reader.IsEndTag ? -1 : 1;
                if (depth == 0)
                    return start + reader.End;
            }
            else if (Containers.Contains(reader.Name) && !Balances(inner, ref reader))
            {
                return null;
            }
        }

        return null;
    }

    /// <returns>False when the end tag is not of anything inside: the element was never closed.</returns>
    private static bool Balances(List<string> inner, ref TagReader reader)
    {
        if (!reader.IsEndTag)
        {
            inner.Add(reader.Name.ToString());
            return inner.Count < MaxDepth;
        }

        for (var i = inner.Count - 1; i >= 0; i--)
        {
            if (!reader.Is(inner[i]))
                continue;
            inner.RemoveRange(i, inner.Count - i);
            return true;
        }

        return false;
    }

    private static int? EndOfParagraph(int start, ref TagReader reader)
    {
        while (reader.Read())
        {
            if (reader.Is("p") && reader.IsEndTag)
                return start + reader.End;
            if (reader.IsEndTag ? Containers.Contains(reader.Name) : EndsParagraph.Contains(reader.Name))
                return start + reader.Start;
        }

        return null;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
