using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Embeds.Articles;
using Embeds.Languages;

namespace Embeds.Detection;

/// <summary>
/// Notes, tag by tag, what of a page need not be parsed: drawings, style sheets, scripts without posts, lists of links, and the
/// inside of what surrounds the article. The element around a cut stays, so that every path through the tree stays what it was. Only that is
/// cut whose end is beyond doubt: between its tags no other element is closed that it does not hold, so that none of HTML's rules
/// for mis-nested tags can end it elsewhere.
/// </summary>
/// <param name="html">The page.</param>
/// <param name="everywhere">Whether the article's surroundings are wanted, too.</param>
/// <param name="carries">Whether the element of a tag may be read as a post, with all that is in it: nothing in it surrounds the article.</param>
/// <param name="mayHoldPost">Whether there may be a post anywhere in a piece of the page.</param>
internal sealed class PageTrimmer(string html, bool everywhere, PageTrimmer.Question carries, Func<ReadOnlySpan<char>, bool> mayHoldPost)
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

    // Elements that go on behind the one that they were opened in, until they are closed.
    private static readonly WordTable<bool> Emphasis =
        new(new[] { "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" }.Select(name => KeyValuePair.Create(name, true)));

    // A shorter list of links is not worth a second look.
    private const int LongList = 200;

    private readonly HashSet<string> _components = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<OpenElement> _open = [];
    private readonly List<(int Start, int End)> _cuts = [];
    private readonly List<(int Start, int End)> _lists = [];
    private LinkTally _tally;
    private int _emphasis;
    private int _anchor = -1;
    private bool _isInLink;
    private int _linkDepth;
    private int _surroundings = -1;
    private bool _isInHead = true;
    private bool _mayCarry;
    private bool _surroundingsMayCarry;
    private bool _mayBeInArticle;
    private bool _isLost; // what the parser makes of the page is not followed any further, and nothing is cut
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
        else if (tag.Is("a"))
            SeeLink(tag);
        else if (Containers.TryGet(tag.Name, out var container))
            See(tag, container);
        else if (tag.Name.ContainsAny('-', ':'))
            See(tag, Component(tag.Name));
        else if (tag.Name.Length == 2 && (tag.Is("li") || tag.Is("dd") || tag.Is("dt")))
            Doubt(until: null);
        else if (IsOfTable(tag.Name))
            SeePartOfTable();
        else if (Emphasis.Contains(tag.Name))
            SeeEmphasis(tag.IsEndTag);
    }

    /// <param name="text">What stands between two tags.</param>
    public void SeeWords(ReadOnlySpan<char> text)
    {
        if (_drawings == 0)
            _tally.See(text, _isInLink);
    }

    private void SeeLink(in TagReader tag)
    {
        // Its end, or the beginning of another one, ends it wherever it was opened.
        if (_anchor >= 0 && _open.Count > 0 && _anchor < _open[^1].ContentStart)
            DoubtAll();
        _anchor = tag.IsEndTag ? -1 : tag.Start;
        (_isInLink, _linkDepth) = (!tag.IsEndTag && !tag.Attributes.Find("href").IsEmpty, _open.Count);
        _tally.OpenLink();
    }

    private void SeeEmphasis(bool isEnd)
    {
        _emphasis += isEnd ? -1 : 1;
        if (isEnd && _open.Count > 0 && _emphasis < _open[^1].Emphasis)
            DoubtAll();
    }

    private void SeePartOfTable()
    {
        Doubt(until: "table");
        // A link between a table's parts is moved out of it.
        _isInLink = false;
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
        if (isKept)
            _tally.SeeOwn();
    }

    /// <summary>The page without what need not be parsed.</summary>
    public TrimmedText Trim()
    {
        if (_isLost)
            return TrimmedText.Whole(html);
        var cuts = WithLists();
        var saved = 0;
        foreach (var (start, end) in cuts)
            saved += end - start;
        return saved < html.Length / WorthCopying ? TrimmedText.Whole(html) : TrimmedText.Without(html, cuts);
    }

    /// <summary>The cuts and, where no post may be in them, the lists of links, which may hold cuts or lie in one.</summary>
    private List<(int Start, int End)> WithLists()
    {
        var cuts = new List<(int Start, int End)>(_cuts.Count + _lists.Count);
        var next = 0;
        foreach (var list in _lists)
        {
            while (next < _cuts.Count && _cuts[next].End <= list.Start)
                cuts.Add(_cuts[next++]);
            if (next < _cuts.Count && _cuts[next].Start <= list.Start || mayHoldPost(html.AsSpan(list.Start, list.End - list.Start)))
                continue;
            while (next < _cuts.Count && _cuts[next].Start < list.End)
                next++;
            cuts.Add(list);
        }

        cuts.AddRange(_cuts[next..]);
        return cuts;
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
            _isLost = true;
        else
            Open(tag, container);
    }

    private void Open(in TagReader tag, string container)
    {
        if (EndsItsLike(container))
            DoubtAll();
        var around = _open.Count == 0 ? new OpenElement("", PageRegion.Article, _mayBeInArticle, 0, 0, default, 0) : _open[^1];
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

        _open.Add(new OpenElement(container, region, inArticle || container is "article" or "main", tag.Start, tag.End, _tally, _emphasis));
    }

    /// <summary>A button ends one that is still open, with all that is in it, and a heading the heading in which it stands.</summary>
    private bool EndsItsLike(string container) => container switch
    {
        "button" or "select" => _open.Exists(o => ReferenceEquals(o.Name, container)),
        ['h', >= '1' and <= '6'] => _open.Count > 0 && _open[^1].Name is ['h', >= '1' and <= '6'],
        _ => false,
    };

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

        if (_isInLink && _linkDepth > last && last >= 0)
        {
            // A link that goes on behind the element in which it was opened.
            _isInLink = false;
            DoubtAll();
        }

        while (last >= 0 && _open.Count > last)
        {
            if (_open.Count - 1 == _surroundings)
                EndSurroundings(_open[^1], tag.Start);
            else if (IsLinkList(_open[^1]))
                EndLinkList(_open[^1], tag.Start);
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void EndSurroundings(OpenElement element, int end)
    {
        _surroundings = -1;
        _tally.ForgetLinks(element.Before);
        if (element.IsDoubtful || LeavesOpen(element))
            _mayCarry |= _surroundingsMayCarry;
        else
            Cut(element.ContentStart, end);
    }

    /// <summary>What it opened goes on behind it.</summary>
    private bool LeavesOpen(in OpenElement element) => _emphasis != element.Emphasis || _anchor >= element.ContentStart;

    /// <summary>All words in it are links, or it has none.</summary>
    private bool IsLinkList(in OpenElement element) =>
        LinkTally.MayBeList(element.Name) && !element.IsDoubtful && !LeavesOpen(element)
        && (_tally.HasNoTextSince(element.Before) || _tally.HasOnlyLinksSince(element.Before));

    private void EndLinkList(in OpenElement element, int end)
    {
        _tally.ForgetLinks(element.Before);
        if (end - element.ContentStart >= LongList)
            Add(_lists, (element.ContentStart, end));
    }

    private void Cut(int start, int end) => Add(_cuts, (start, end));

    /// <summary>Spans end in the order of their ends; one that holds others stands for them.</summary>
    private static void Add(List<(int Start, int End)> spans, (int Start, int End) span)
    {
        while (spans.Count > 0 && spans[^1].Start >= span.Start)
            spans.RemoveAt(spans.Count - 1);
        spans.Add(span);
    }

    private void SeeDrawing(in TagReader tag)
    {
        if (!tag.Is("svg"))
        {
            _isDrawing &= !NotDrawn.Contains(tag.Name) && !(tag.IsEndTag && MayHoldDrawing(tag));
            return;
        }

        if (tag.IsEndTag && _drawings > 0 && --_drawings == 0 && _isDrawing)
            Cut(_drawingStart, tag.Start);
        else if (!tag.IsEndTag && !tag.IsSelfClosed && _drawings++ == 0)
            (_drawingStart, _isDrawing) = (tag.End, !_open.Exists(o => o.Name == "select")); // where no drawing may be
        // What stood in it as HTML was not followed.
        if (_drawings == 0 && !_isDrawing)
            DoubtAll();
    }

    /// <summary>Its end ends a drawing that was left open in it.</summary>
    private static bool MayHoldDrawing(in TagReader tag) => Containers.Contains(tag.Name) || IsOfTable(tag.Name) || tag.Is("a") || tag.Is("form") || tag.Is("label");

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
            // A template that begins with a part of a table takes no other elements where they stand.
            _isLost |= until is not null && open[i].Name == "template";
        }
    }

    private void DoubtAll()
    {
        foreach (ref var open in CollectionsMarshal.AsSpan(_open))
            open.IsDoubtful = true;
    }

    private struct OpenElement(string name, PageRegion region, bool inArticle, int start, int contentStart, LinkTally before, int emphasis)
    {
        public readonly string Name = name;
        public readonly PageRegion Region = region;
        public readonly bool InArticle = inArticle;
        public readonly int Start = start;
        public readonly int ContentStart = contentStart;
        public readonly LinkTally Before = before;
        public readonly int Emphasis = emphasis;

        /// <summary>Null until it matters.</summary>
        public bool? MayBePost;

        /// <summary>What its tags enclose may not be what it holds in the tree.</summary>
        public bool IsDoubtful;
    }
}
