using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Detection.Payloads;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// Finds the posts that an article carries: one walk over its tree, then a look into the data that it brings along. It knows
/// carriers and asks the catalog; it knows no platform by name.
/// </summary>
internal sealed class EmbedFinder(PlatformCatalog catalog, ArticleParser parser, FinderLimits limits)
{
    private readonly CarrierTable _carriers = new(catalog);
    private readonly PagePayload _payload = new(catalog);
    private readonly TextFinder _text = new(catalog, parser);

    public EmbedFindings Find(IHtmlDocument document, bool markdown)
    {
        var pieces = parser.ForPieces();
        var walk = Walk(pieces, markdown);
        walk.Over(document);
        var shown = TwinMerger.Merge(walk.Sightings);
        var all = walk.Scripts.Count == 0 ? shown : WithStored(shown, walk, pieces);
        return new EmbedFindings(all.RemoveAll(s => s.IsBlock), walk.Head, [.. walk.Issues]);
    }

    private ImmutableArray<EmbedSighting> WithStored(ImmutableArray<EmbedSighting> shown, PageWalk page, ArticleParser pieces)
    {
        var wordless = shown.Where(s => s.Link is not null && s.Facts.Text is null).Select(s => s.Link!.NativeId).ToList();
        var walk = Walk(pieces, markdown: false);
        foreach (var (found, script) in _payload.StringsOf(page.Scripts))
        {
            var region = PayloadPlace.IsInArticle(found, page.Head) ? PageRegion.Article : PageRegion.Surroundings;
            // What is not the article's is parsed only when it can complete what the article shows.
            if (found.IsMarkup && (region == PageRegion.Article || wordless.Exists(id => found.Value.Contains(id, StringComparison.Ordinal))))
                walk.OverStored(found.Value, script, region);
            else if (!found.IsMarkup)
                walk.AddStored(found, script, region);
        }

        foreach (var script in page.Scripts.Where(LinkedData.Is))
            walk.AddLinkedData(script, page.Head);
        page.Issues.AddRange(walk.Issues);
        return PayloadMerger.Merge(shown, walk.Sightings);
    }

    private PageWalk Walk(ArticleParser pieces, bool markdown) => new(catalog, _carriers, _payload, _text, pieces, limits, markdown);
}
