using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Quotes;

namespace Embeds.Rewriting;

/// <summary>Finds which spans of a page's source an embed takes, or the reason why that cannot be said.</summary>
internal sealed class CutFinder(PageSource page, ImmutableArray<RewriteRefusal>.Builder refusals)
{
    private readonly int _endOfSettings = page.IsMarkdown ? MarkdownSource.EndOfSettings(page.Text) : 0;
    private readonly SourceOrder _order = new(page);
    private PageWords? _words;

    /// <returns>The embed's own cut first, then those of what belongs to it; empty when it is refused.</returns>
    public List<Cut> Find(EmbedPlace place)
    {
        if (place.IsStored || place.Carrier.LocalName is "html" or "head" || place.Carrier.LocalName == "body" && place.Code is null)
            return Refuse(place.Block, "not-in-markup", "The post stands only in the data of a script; the article's markup has no place for it.");
        if (place.Carrier.Owner?.Body is { LocalName: "frameset" })
            return Refuse(place.Block, "not-in-markup", "The page is a set of frames, in which no block can stand.");
        var own = IsCodeAmongWords(place) ? OfCode(place) : OfElement(place);
        if (own.Count > 0)
            own.AddRange(place.Twins.Where(t => !t.Contains(place.Carrier)).Select(t => TraceOf(place.OutermostOf(t))).OfType<Cut>());
        return own;
    }

    /// <summary>The element's whole span as a trace; null where its bounds are not beyond doubt.</summary>
    public Cut? TraceOf(IElement element) => SpanOf(element, out _) is { } span ? new Cut(span.Start, span.End) : null;

    private static bool IsCodeAmongWords(EmbedPlace place) =>
        place.Code is { } code && (place.Carrier.LocalName == "body" || place.Carrier.ChildElementCount > 0 || !place.Carrier.TextContent.AsSpan().Trim().SequenceEqual(code.AsSpan().Trim()));

    private List<Cut> OfElement(EmbedPlace place)
    {
        // A wrapper that was never closed can stay; its embed goes without it.
        var wrappers = place.Wrappers();
        IElement element;
        (int Start, int End)? certain;
        string doubt;
        do
        {
            element = wrappers.Pop();
            certain = SpanOf(element, out doubt);
        }
        while (certain is null && wrappers.Count > 0);

        if (certain is not { } span)
            return Refuse(place.Block, doubt, Sentence(doubt, element));
        var pieces = Apart(new Cut(span.Start, span.End) { Block = place.Block }, place, element);
        if (Framed(pieces[0], place.Block, element) is not { } framed)
            return [];
        pieces[0] = framed;
        return pieces;
    }

    private List<Cut> OfCode(EmbedPlace place)
    {
        _words ??= new PageWords(page.Markup);
        if (_words.Find(place.Code!, Math.Max(0, page.StartOf(place.Carrier))) is not { } span) // IsCodeAmongWords looked
            return Refuse(place.Block, "in-text", "The code stands in the article's text in another spelling than the source has.");
        if (span.Start < _endOfSettings)
            return Refuse(place.Block, "settings", "The post stands in the settings above the text.");
        var cut = new Cut(span.Start, span.End) { Block = place.Block };
        if (!page.IsMarkdown || place.Carrier.LocalName != "body")
            return Figured(cut, place.Block, place.Carrier) is { } framed ? [framed] : [];
        return MarkdownLines.Fit(page.Text, cut, page.LineEnd, isHtml: false) is { } fitted ? [fitted] : Inline(place.Block, "a line that cannot be divided");
    }

    /// <summary>In Markdown a block is a quotation where Markdown is read, and a figure inside other HTML.</summary>
    private Cut? Framed(Cut cut, QuoteBlock block, IElement element)
    {
        if (page.IsMarkdown && element.ParentElement is null or { LocalName: "body" or "html" } && cut.Start >= _endOfSettings)
        {
            if (MarkdownLines.Fit(page.Text, cut, page.LineEnd, isHtml: true) is { } fitted)
                return fitted;
            if (IsInSentence(cut.Start))
            {
                Inline(block, "a sentence that cannot be divided");
                return null;
            }
        }

        return Figured(cut, block, element.ParentElement);
    }

    private Cut? Figured(Cut cut, QuoteBlock block, IElement? container)
    {
        if (cut.Start < _endOfSettings)
            Refuse(block, "settings", "The post stands in the settings above the text.");
        else if (FlowContext.Split(page, container, out var lead, out var tail) is { } inline)
            Inline(block, $"<{inline.LocalName}>");
        else
            return cut with { Lead = lead, Tail = tail };
        return null;
    }

    /// <summary>Loaders inside the embed's wrapper are not the embed's alone: they stay, and the wrapper is cut around them.</summary>
    private List<Cut> Apart(Cut cut, EmbedPlace place, IElement wrapper)
    {
        if (ReferenceEquals(wrapper, place.Carrier))
            return [cut];
        var scripts = wrapper.GetElementsByTagName("script").Where(s => s.HasAttribute("src") && !place.Carrier.Contains(s) && !s.Contains(place.Carrier) && !place.Twins.Contains(s));
        List<(int Start, int End)> kept = [.. scripts.Select(s => SpanOf(s, out _)).OfType<(int Start, int End)>().Where(s => s.Start > cut.Start && s.End < cut.End).OrderBy(s => s.Start)];
        if (kept.Count == 0)
            return [cut];
        // The block stands where the embed stood: before or behind the loader.
        List<Cut> pieces = [];
        var from = cut.Start;
        foreach (var script in kept)
        {
            pieces.Add(new Cut(from, script.Start));
            from = script.End;
        }

        pieces.Add(new Cut(from, cut.End));
        var carrier = page.StartOf(place.Carrier);
        var main = pieces.FindIndex(p => carrier >= p.Start && carrier < p.End);
        return main < 0 ? [cut] : [cut with { Start = pieces[main].Start, End = pieces[main].End }, .. pieces.Where((p, i) => i != main && p.Start < p.End)];
    }

    private (int Start, int End)? SpanOf(IElement element, out string doubt)
    {
        var html = page.Markup;
        var start = page.StartOf(element);
        doubt = "moved";
        if (start < 0 || start >= html.Length || html[start] != '<' || !html.AsSpan(start + 1).StartsWith(element.LocalName, StringComparison.OrdinalIgnoreCase))
            return null;
        doubt = "no-end";
        if (ElementSpan.EndOf(html, start) is not { } end)
            return null;
        doubt = "moved";
        return _order.Holds(element, start, end) ? (start, end) : null;
    }

    private bool IsInSentence(int start)
    {
        var lineStart = page.Text.AsSpan(0, start).LastIndexOfAny('\r', '\n') + 1;
        return page.Text.AsSpan(lineStart, start - lineStart).TrimStart(" \t>-*+") is [not '<', ..];
    }

    private static string Sentence(string doubt, IElement element) => doubt == "no-end"
        ? $"The source does not say where the <{element.LocalName}> ends."
        : "The embed does not stand where the source has it: a parser moves it to another place.";

    private List<Cut> Inline(QuoteBlock block, string where) => Refuse(block, "inline", $"The embed stands inside {where}, where no block may stand.");

    private List<Cut> Refuse(QuoteBlock block, string code, string message)
    {
        refusals.Add(new RewriteRefusal { Key = block.Key, Code = code, Message = message });
        return [];
    }
}
