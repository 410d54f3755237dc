using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Embeds.Articles;
using Embeds.Languages;

namespace Embeds.Detection;

/// <summary>
/// Notes, tag by tag, what of a page need not be parsed: drawings, style sheets, scripts without posts, and the inside of what
/// surrounds the article. The element around a cut stays, so that every path through the tree stays what it was. Only that is
/// cut whose end is beyond doubt: between its tags no other element is closed that it does not hold, so that none of HTML's rules
/// for mis-nested tags can end it elsewhere.
/// </summary>
/// <param name="html">The page.</param>
/// <param name="everywhere">Whether the article's surroundings are wanted, too.</param>
/// <param name="carries">Whether the element of a tag may be read as a post, with all that is in it: nothing in it surrounds the article.</param>
internal sealed class PageTrimmer(string html, bool everywhere, PageTrimmer.Question carries)
{
    // A page that loses less than this part of itself is not worth a copy.
    private const int WorthCopying = 8;

    // The parser puts what lies deeper beside its parent.
    private const int MaxDepth = 500;

    // Elements that an end tag of their own name closes together with all that is left open in them.
    private static readonly WordTable<string> Containers = new(new[]
    {
        "address", "applet", "article", "aside", "blockquote", "button", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "listing", "main", "marquee", "menu", "nav", "noscript", "object", "ol", "pre", "search", "section", "select",
        "summary", "table", "template", "ul",
    }.Select(name => KeyValuePair.Create(name, name)));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HeadElements =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "html", "head", "meta", "link", "script", "style", "title", "base").GetAlternateLookup<ReadOnlySpan<char>>();

    // The parser leaves a drawing when it meets one of these.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotDrawn = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "font", "foreignobject", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i",
        "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var", "math", "desc")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string> _components = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<OpenElement> _open = [];
    private readonly List<(int Start, int End)> _cuts = [];
    private int _surroundings = -1;
    private bool _isInHead = true;
    private bool _mayCarry;
    private bool _surroundingsMayCarry;
    private bool _mayBeInArticle;
    private bool _isTooDeep;
    private int _drawings;
    private int _drawingStart;
    private bool _isDrawing;

    internal delegate bool Question(in TagReader tag);

    /// <summary>Whether what is left of the page may carry a post; what is cut counts until its end was seen.</summary>
    public bool MayCarry => _mayCarry || _surroundings >= 0 && _surroundingsMayCarry;

    /// <summary>Something at the last tag, or before it, may carry a post.</summary>
    public void Found()
    {
        if (_surroundings < 0)
            _mayCarry = true;
        else
            _surroundingsMayCarry = true;
    }

    /// <param name="tag">The tag that was read last; all have to be shown, in their order.</param>
    public void See(in TagReader tag)
    {
        if (_isInHead && SeeHead(tag))
            return;
        if (_drawings > 0 || tag.Is("svg"))
            SeeDrawing(tag);
        else if (Containers.TryGet(tag.Name, out var container))
            See(tag, container);
        else if (tag.Name.ContainsAny('-', ':'))
            See(tag, Component(tag.Name));
        else if (tag.Name.Length == 2 && (tag.Is("li") || tag.Is("dd") || tag.Is("dt")))
            Doubt(until: null);
        else if (IsOfTable(tag.Name))
            Doubt(until: "table");
    }

    /// <summary>What a head says in its <c>meta</c> and <c>link</c> was read from the tags, and no path counts them.</summary>
    /// <returns>Whether the tag belongs to a head.</returns>
    private bool SeeHead(in TagReader tag)
    {
        _isInHead = HeadElements.Contains(tag.Name);
        if (_isInHead && !tag.IsEndTag && (tag.Is("meta") || tag.Is("link")) && !carries(tag))
            _cuts.Add((tag.Start, tag.End));
        return _isInHead;
    }

    /// <summary>A script or a style sheet, whose text may go unless it is kept.</summary>
    public void SeeText(in TagReader tag, bool isKept)
    {
        if (!isKept && tag.TextEnd > tag.End)
            _cuts.Add((tag.End, tag.TextEnd));
        else if (isKept && _surroundings >= 0)
            DoubtAll();
    }

    /// <summary>The page without what need not be parsed.</summary>
    public TrimmedText Trim()
    {
        var saved = 0;
        foreach (var (start, end) in _cuts)
            saved += end - start;
        return _isTooDeep || saved < html.Length / WorthCopying ? TrimmedText.Whole(html) : TrimmedText.Without(html, _cuts);
    }

    /// <summary>One string for each name of a component of the page's own.</summary>
    private string Component(ReadOnlySpan<char> name)
    {
        var names = _components.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(name, out var known))
            return known;
        names.Add(name);
        names.TryGetValue(name, out known);
        return known!;
    }

    private void See(in TagReader tag, string container)
    {
        if (tag.IsEndTag)
            Close(tag, container);
        else if (_open.Count >= MaxDepth)
            _isTooDeep = true;
        else
            Open(tag, container);
    }

    private void Open(in TagReader tag, string container)
    {
        var around = _open.Count == 0 ? new OpenElement("", PageRegion.Article, _mayBeInArticle, 0, 0) : _open[^1];
        var inArticle = around.InArticle || _mayBeInArticle;
        var region = around.Region;
        if (region == PageRegion.Article && !everywhere)
        {
            region = PageRegions.Inside(container, tag.Attributes, inArticle);
            if (region != PageRegion.Article && IsInPost())
                region = PageRegion.Article;
            if (region != PageRegion.Article)
                (_surroundings, _surroundingsMayCarry) = (_open.Count, false);
        }

        _open.Add(new OpenElement(container, region, inArticle || container is "article" or "main", tag.Start, tag.End));
    }

    /// <summary>A post's own card may have a footer.</summary>
    private bool IsInPost()
    {
        foreach (ref var open in CollectionsMarshal.AsSpan(_open))
        {
            if (open.MayBePost ??= open.Name is "blockquote" or "figure" || MayBePost(open))
                return true;
        }

        return false;
    }

    private bool MayBePost(in OpenElement element)
    {
        var tags = new TagReader(html.AsSpan(element.Start, element.ContentStart - element.Start));
        return tags.Read() && carries(tags);
    }

    private void Close(in TagReader tag, string container)
    {
        if (_open.Count == 0)
            return;
        var last = _open.Count - 1;
        if (!ReferenceEquals(_open[last].Name, container))
        {
            DoubtAll();
            last = _open.FindLastIndex(o => ReferenceEquals(o.Name, container));
            // Whether the parser closes the article here depends on what lies between.
            _mayBeInArticle |= last >= 0 && _open[^1].InArticle;
        }

        while (last >= 0 && _open.Count > last)
        {
            if (_open.Count - 1 == _surroundings)
                EndSurroundings(_open[^1], tag.Start);
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void EndSurroundings(OpenElement element, int end)
    {
        _surroundings = -1;
        if (element.IsDoubtful)
            _mayCarry |= _surroundingsMayCarry;
        else
            Cut(element.ContentStart, end);
    }

    private void Cut(int start, int end)
    {
        while (_cuts.Count > 0 && _cuts[^1].Start >= start)
            _cuts.RemoveAt(_cuts.Count - 1);
        _cuts.Add((start, end));
    }

    private void SeeDrawing(in TagReader tag)
    {
        if (!tag.Is("svg"))
        {
            _isDrawing &= !NotDrawn.Contains(tag.Name);
            return;
        }

        if (tag.IsEndTag && _drawings > 0 && --_drawings == 0 && _isDrawing)
            Cut(_drawingStart, tag.Start);
        else if (!tag.IsEndTag && !tag.IsSelfClosed && _drawings++ == 0)
            (_drawingStart, _isDrawing) = (tag.End, true);
        // What stood in it as HTML was not followed.
        if (_drawings == 0 && !_isDrawing)
            DoubtAll();
    }

    private static bool IsOfTable(ReadOnlySpan<char> name) => name.Length is 2 or 5 or 7 or 3 or 8
        && (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase) || name.Equals("tr", StringComparison.OrdinalIgnoreCase)
            || name.Equals("tbody", StringComparison.OrdinalIgnoreCase) || name.Equals("thead", StringComparison.OrdinalIgnoreCase) || name.Equals("tfoot", StringComparison.OrdinalIgnoreCase)
            || name.Equals("caption", StringComparison.OrdinalIgnoreCase) || name.Equals("colgroup", StringComparison.OrdinalIgnoreCase) || name.Equals("col", StringComparison.OrdinalIgnoreCase));

    /// <summary>An item or a cell may close what was opened since the last list or table.</summary>
    /// <param name="until">Where the doubt ends; null for the nearest element that holds items.</param>
    private void Doubt(string? until)
    {
        var open = CollectionsMarshal.AsSpan(_open);
        for (var i = open.Length - 1; i >= 0; i--)
        {
            if (until is null ? open[i].Name is "ul" or "ol" or "dl" or "menu" or "dir" : open[i].Name == until)
                return;
            open[i].IsDoubtful = true;
        }
    }

    private void DoubtAll()
    {
        foreach (ref var open in CollectionsMarshal.AsSpan(_open))
            open.IsDoubtful = true;
    }

    private struct OpenElement(string name, PageRegion region, bool inArticle, int start, int contentStart)
    {
        public readonly string Name = name;
        public readonly PageRegion Region = region;
        public readonly bool InArticle = inArticle;
        public readonly int Start = start;
        public readonly int ContentStart = contentStart;

        /// <summary>Null until it matters.</summary>
        public bool? MayBePost;

        /// <summary>What its tags enclose may not be what it holds in the tree.</summary>
        public bool IsDoubtful;
    }
}
