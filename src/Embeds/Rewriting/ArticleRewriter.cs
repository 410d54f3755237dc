using System.Collections.Immutable;
using System.Globalization;
using Embeds.Articles;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Rewriting;

/// <summary>
/// Sets blocks in the place of embeds, on the source itself: what is not replaced is copied byte by byte, never written anew
/// from the tree. Where it cannot be sure of an embed's bounds it leaves the embed and says why. A file has one page, or one
/// for each text of a feed.
/// </summary>
internal sealed class ArticleRewriter(SourceBytes source, RewriteOptions options)
{
    private readonly List<Splice> _splices = [];
    private readonly ImmutableArray<RewriteRefusal>.Builder _refusals = ImmutableArray.CreateBuilder<RewriteRefusal>();
    private readonly HtmlQuoteRenderer _figures = new(options.Html);
    private readonly MarkdownQuoteRenderer _quotations = new(options.Markdown);
    private readonly HtmlIds _ids = PlacedIds.Of(source.Text, options.Html.IdPrefix);

    /// <summary>Rewrites one page of the file.</summary>
    /// <param name="page">The page.</param>
    /// <param name="places">Its embeds, in its order.</param>
    /// <param name="loaders">Its loaders; looked at only when they are to go.</param>
    public void Add(PageSource page, IReadOnlyList<EmbedPlace> places, IReadOnlyList<LoaderPlace> loaders)
    {
        var finder = new CutFinder(page, _refusals);
        var cuts = new List<Cut>();
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var found = IsWanted(place.Block) ? finder.Find(place) : [];
            cuts.AddRange(found);
            if (found.Count == 0)
                left.Add(place.Block.Platform);
        }

        var apart = Separate(cuts, left);
        foreach (var loader in loaders.Where(l => !left.Contains(l.Platform) && !l.IsNeeded && IsIdle(l, apart, page)))
        {
            if (finder.TraceOf(loader.Script) is { } trace && !apart.Exists(c => trace.Start < c.End && c.Start < trace.End))
                apart.Add(trace);
        }

        apart.Sort((a, b) => a.Start.CompareTo(b.Start));
        foreach (var cut in apart)
            Place(page, cut);
    }

    /// <summary>Leaves an embed as it is.</summary>
    public void Refuse(string key, string code, string message) => _refusals.Add(new RewriteRefusal { Key = key, Code = code, Message = message });

    /// <summary>The file with all that was set in.</summary>
    public RewrittenArticle Write()
    {
        _splices.Sort((a, b) => a.Start.CompareTo(b.Start));
        var replacements = ImmutableArray.CreateBuilder<Replacement>(_splices.Count);
        var bytes = Splice.Write(source, _splices, replacements);
        var all = replacements.ToImmutable();
        return new RewrittenArticle
        {
            Bytes = bytes,
            Replacements = all,
            Refusals = _refusals.ToImmutable(),
            Originals = options.Originals == OriginalMarkup.Apart && all.Length > 0 ? OriginalsFile.Write(source.Bytes.Span, bytes.Span, all) : default,
        };
    }

    private bool IsWanted(QuoteBlock block) =>
        !options.OnlyGone || CaptionFacts.LatestLook(block).State is PostState.Deleted or PostState.Suspended or PostState.Gone;

    /// <summary>An embed inside another's span went with it; a trace that runs into one is not worth its embed.</summary>
    private List<Cut> Separate(List<Cut> cuts, HashSet<string> left)
    {
        var apart = new List<Cut>(cuts.Count);
        // Of two that begin together the longer one comes first; blocks before traces.
        foreach (var cut in cuts.OrderBy(c => c.Block is null).ThenBy(c => c.Start).ThenByDescending(c => c.End))
        {
            var clash = apart.Find(c => cut.Start < c.End && c.Start < cut.End);
            if (clash is null)
            {
                apart.Add(cut);
            }
            else if (cut.Block is { } block && block.Key != clash.Block?.Key)
            {
                left.Add(block.Platform);
                Refuse(block.Key, "overlap", "The embed lies inside another one that was replaced.");
            }
        }

        return apart;
    }

    /// <summary>Whether a loader has lost all that it was there for.</summary>
    private static bool IsIdle(LoaderPlace loader, List<Cut> cuts, PageSource page) =>
        (cuts.Exists(c => c.Block?.Platform == loader.Platform) || page.Text.Contains($"data-qb-key=\"{loader.Platform}:", StringComparison.Ordinal))
        && loader.Others.All(o => page.StartOf(o) is var start && cuts.Exists(c => start >= c.Start && start < c.End));

    private void Place(PageSource page, Cut cut)
    {
        if (!page.Inlay.TryPlace(cut.Start, cut.End, out var place))
        {
            if (cut.Block is { } block)
                Refuse(block.Key, "in-pieces", "The feed writes the embed in pieces that are not escaped alike.");
            return;
        }

        var original = options.Originals == OriginalMarkup.Embedded ? source.Text[place.Start..place.End] : null;
        var view = cut.Block?.ToPublicViewAsMade();
        var markup = view is null ? BlockMarkup.TraceOf(original, page)
            : cut.LinePrefix is null ? BlockMarkup.Figure(Figure(view), original, cut, page)
            : BlockMarkup.Quotation(_quotations.RenderAll([view]), view.Key, original, cut, page);
        _splices.Add(new Splice(place.Start, place.End, SpelledText.Of(markup, place.Spelling), view?.Key, view?.Integrity!.Sha256)); // a public view is sealed
    }

    private string Figure(QuoteBlock view)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        _figures.Render(view, writer, _ids);
        return writer.ToString();
    }
}
