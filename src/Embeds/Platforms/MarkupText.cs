using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>
/// The words of an element as a reader sees them: a line break for <c>br</c>, a blank line between paragraphs, other blanks
/// folded to one, pictures of emoji as their <c>alt</c>; with the links in them.
/// </summary>
public sealed class MarkupText
{
    private const int MaxNodes = 20_000;

    private MarkupText(string text, ImmutableArray<MarkupLink> links)
    {
        Text = text;
        Links = links;
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>The links in document order.</summary>
    public ImmutableArray<MarkupLink> Links { get; }

    /// <summary>Reads an element; at most 20,000 nodes of it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="leaveOut">Says of an element that it and all in it are no words; null leaves out nothing.</param>
    public static MarkupText Of(IElement element, Func<IElement, bool>? leaveOut = null)
    {
        ArgumentNullException.ThrowIfNull(element);
        return Read(element, leaveOut, new Writer());
    }

    /// <summary>
    /// As <see cref="Of"/>, for codes that copy the post's own line ends into the markup: a line end between two words is a
    /// line break, unless the next line is indented, which is a formatter's doing.
    /// </summary>
    internal static MarkupText WithLineEnds(IElement element, Func<IElement, bool>? leaveOut = null) =>
        Read(element, leaveOut, new Writer { KeepsLineEnds = true });

    private static MarkupText Read(IElement element, Func<IElement, bool>? leaveOut, Writer writer)
    {
        var path = new Stack<(INode Node, int Next, int Link)>();
        path.Push((element, 0, -1));
        for (var budget = MaxNodes; path.Count > 0 && budget > 0;)
        {
            var (node, next, link) = path.Pop();
            var children = node.ChildNodes;
            if (next >= children.Length)
            {
                if (node is IElement closed && !ReferenceEquals(node, element))
                    writer.Close(closed, link);
                continue;
            }

            path.Push((node, next + 1, link));
            budget--;
            switch (children[next])
            {
                case IText text:
                    writer.Words(text.Data);
                    break;
                case IElement child when !IsSilent(child) && leaveOut?.Invoke(child) != true:
                    path.Push((child, 0, writer.Open(child)));
                    break;
            }
        }

        return writer.Finish();
    }

    /// <summary>Cuts a span out as a post's text, with a facet for each link in it.</summary>
    /// <param name="start">First UTF-16 unit.</param>
    /// <param name="end">Unit after the last; blanks at both ends are left out.</param>
    /// <param name="completeness">How much of the post it is.</param>
    /// <returns>The text; null when nothing but blanks is there.</returns>
    public PostText? Slice(int start, int end, TextCompleteness completeness = TextCompleteness.Full)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        if (start >= end)
            return null;

        var value = Text[start..end];
        return new PostText
        {
            Value = VerbatimText.Normalise(value),
            Completeness = completeness,
            Facets = LinkFacets.Read(this, start, value),
        };
    }

    private static bool IsSilent(IElement element) => element.LocalName is
        "script" or "style" or "iframe" or "noscript" or "template" or "textarea" or "svg" or "button" or "head" or "object" or "select";

    private static bool IsParagraph(string name) => name is
        "p" or "blockquote" or "ul" or "ol" or "table" or "pre" or "figure" or "section" or "article" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr";

    private static bool IsLine(string name) => name is "div" or "li" or "tr" or "figcaption" or "header" or "footer" or "dd" or "dt" or "center";

    private sealed class Writer
    {
        private readonly StringBuilder _text = new();
        private readonly List<MarkupLink> _links = [];
        private int _breaks;
        private bool _blank;

        public bool KeepsLineEnds { get; init; }

        public void Words(string data)
        {
            var ends = 0;
            var inWords = false;
            foreach (var c in data)
            {
                if (c is ' ' or '\n' or '\t' or '\r' or '\f')
                {
                    // A blank behind a line end indents the next line.
                    ends = c == '\n' ? ends + 1 : 0;
                    _blank = true;
                    continue;
                }

                if (KeepsLineEnds && inWords)
                    _breaks = Math.Max(_breaks, ends);
                ends = 0;
                inWords = true;
                BeginWord();
                _text.Append(c);
            }
        }

        /// <returns>The index of the link that the element opens, or -1.</returns>
        public int Open(IElement element)
        {
            switch (element.LocalName)
            {
                case "br":
                    _breaks++;
                    return -1;
                case "img":
                    Words(element.GetAttribute("alt") is { Length: <= 16 } alt ? alt : "");
                    return -1;
                case "a":
                    _links.Add(new MarkupLink(-1, -1, element.GetAttribute("href")?.Trim() ?? "", element));
                    return _links.Count - 1;
                default:
                    Break(element.LocalName);
                    return -1;
            }
        }

        public void Close(IElement element, int link)
        {
            if (link < 0)
            {
                Break(element.LocalName);
                return;
            }

            var start = _links[link].Start < 0 ? _text.Length : _links[link].Start;
            _links[link] = _links[link] with { Start = start, End = _text.Length };
        }

        public MarkupText Finish()
        {
            for (var i = 0; i < _links.Count; i++)
            {
                if (_links[i].End < 0)
                    _links[i] = _links[i] with { Start = _text.Length, End = _text.Length };
            }

            return new MarkupText(_text.ToString(), [.. _links]);
        }

        private void Break(string name)
        {
            if (IsParagraph(name))
                _breaks = Math.Max(_breaks, 2);
            else if (IsLine(name))
                _breaks = Math.Max(_breaks, 1);
        }

        private void BeginWord()
        {
            if (_text.Length > 0 && _breaks > 0)
                _text.Append('\n', _breaks);
            else if (_text.Length > 0 && _blank)
                _text.Append(' ');
            _breaks = 0;
            _blank = false;
            // A link begins at its first word, not at the blank before it.
            for (var i = _links.Count - 1; i >= 0 && _links[i].End < 0; i--)
            {
                if (_links[i].Start < 0)
                    _links[i] = _links[i] with { Start = _text.Length };
            }
        }
    }
}
