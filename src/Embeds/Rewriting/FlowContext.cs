using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>
/// What has to be closed so that a figure may stand, and opened again behind it: a paragraph, and the emphasis in it. Other
/// elements that hold only phrases (headings, links, labels) cannot be cut in two without making two of them.
/// </summary>
internal static class FlowContext
{
    private static readonly FrozenSet<string> Divisible = FrozenSet.Create(StringComparer.Ordinal, "p", "span", "b", "i", "em", "strong", "small", "big", "u", "font", "tt");

    private static readonly FrozenSet<string> Indivisible = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "button", "cite", "code", "del", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "ins", "kbd", "label", "legend", "mark", "nobr", "option",
        "pre", "q", "s", "samp", "strike", "sub", "summary", "sup", "time", "var");

    // Where a figure's start tag does not look for an open paragraph any further.
    private static readonly FrozenSet<string> Bounds = FrozenSet.Create(
        StringComparer.Ordinal,
        "applet", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "div", "dt", "figcaption", "figure", "footer", "form", "header",
        "html", "li", "main", "marquee", "nav", "object", "section", "table", "td", "template", "th");

    // Must not be in a page twice, or would say a thing twice.
    private static readonly string[] Unique = ["id", "name", "itemprop", "itemscope", "itemid"];

    /// <param name="page">The page.</param>
    /// <param name="container">The element in which the figure is to stand.</param>
    /// <param name="lead">The end tags to write before it; empty where it may stand as it is.</param>
    /// <param name="tail">The start tags to write behind it.</param>
    /// <returns>The element in which it may not stand; null when it may.</returns>
    public static IElement? Split(PageSource page, IElement? container, out string lead, out string tail)
    {
        var closing = new StringBuilder();
        var opening = new StringBuilder();
        var at = container;
        for (; at is not null && Divisible.Contains(at.LocalName); at = at.ParentElement)
        {
            closing.Append("</").Append(at.LocalName).Append('>');
            opening.Insert(0, StartTag(page, at));
        }

        (lead, tail) = (closing.ToString(), opening.ToString());
        // A component of the page's own is no bound: around it a paragraph may still be open.
        for (; at is not null && !Bounds.Contains(at.LocalName); at = at.ParentElement)
        {
            if (Indivisible.Contains(at.LocalName) || at.LocalName == "p")
                return at;
        }

        return at is { LocalName: "button" } ? at : null;
    }

    private static string StartTag(PageSource page, IElement element)
    {
        var start = page.StartOf(element);
        if (start < 0 || start >= page.Text.Length || Array.Exists(Unique, element.HasAttribute))
            return $"<{element.LocalName}>";
        var reader = new TagReader(page.Text.AsSpan(start));
        return reader.Read() && reader.Start == 0 && reader.Is(element.LocalName) ? page.Text.Substring(start, reader.End) : $"<{element.LocalName}>";
    }
}
