using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Embeds.Benchmarks.Recovery;

/// <summary>
/// A page flattened as the corpus flattens pages: scripts and frames dropped, a blank line between blocks, <c>br</c> a line
/// end, other blanks folded to one.
/// </summary>
internal static class CorpusText
{
    private static readonly FrozenSet<string> Dropped = new[]
    {
        "script", "style", "noscript", "template", "iframe", "svg", "object", "embed", "head", "select", "textarea", "title", "button", "form", "canvas", "video", "audio",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Of(string html, bool isMarkdown)
    {
        var document = new HtmlParser().ParseDocument(isMarkdown ? WithoutFrontMatter(html) : html);
        return document.Body is { } body ? Flatten(body, isMarkdown) : "";
    }

    private static string Flatten(IElement body, bool keepsBlankLines)
    {
        var text = new StringBuilder();
        var path = new Stack<(INode Node, int Next)>();
        path.Push((body, 0));
        while (path.Count > 0)
        {
            var (node, next) = path.Pop();
            if (next >= node.ChildNodes.Length)
            {
                if (Blocks.Contains(((IElement)node).LocalName))
                    text.Append("\n\n");
                continue;
            }

            path.Push((node, next + 1));
            switch (node.ChildNodes[next])
            {
                case IText words:
                    text.Append(keepsBlankLines ? words.Data : words.Data.Replace('\n', ' ').Replace('\r', ' '));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "img" } picture when picture.GetAttribute("alt") is { Length: > 0 and <= 4 } emoji && emoji[0] > '\u2000':
                    text.Append(emoji);
                    break;
                case IElement child when !Dropped.Contains(child.LocalName):
                    if (Blocks.Contains(child.LocalName))
                        text.Append("\n\n");
                    path.Push((child, 0));
                    break;
            }
        }

        return Fold(text.ToString());
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var lineEnds = 2;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length == 0)
            {
                lineEnds++;
                continue;
            }

            if (folded.Length > 0)
                folded.Append(lineEnds > 1 ? "\n\n" : "\n");
            folded.Append(words);
            lineEnds = 1;
        }

        return folded.ToString();
    }

    private static string WithoutFrontMatter(string markdown)
    {
        if (!markdown.StartsWith("---", StringComparison.Ordinal))
            return markdown;
        var end = markdown.IndexOf("\n---", 3, StringComparison.Ordinal);
        return end < 0 ? markdown : markdown[(end + 4)..];
    }
}
