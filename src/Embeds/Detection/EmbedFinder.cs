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
internal sealed class EmbedFinder
{
    private readonly CarrierTable _carriers;
    private readonly PagePayload _payload;
    private readonly TextFinder _text;
    private readonly MarkupScanner _scanner;
    private readonly PlatformCatalog _catalog;
    private readonly ArticleParser _parser;
    private readonly FinderLimits _limits;

    public EmbedFinder(PlatformCatalog catalog, ArticleParser parser, FinderLimits limits)
    {
        (_catalog, _parser, _limits) = (catalog, parser, limits);
        _carriers = new CarrierTable(catalog);
        _payload = new PagePayload(catalog);
        _text = new TextFinder(catalog, parser);
        _scanner = new MarkupScanner(catalog, _carriers, _payload);
    }

    /// <summary>A look at the page's tags, before any parse.</summary>
    /// <param name="html">The page.</param>
    /// <param name="everywhere">Whether what surrounds the article is wanted, too.</param>
    public ScannedPage Scan(string html, bool everywhere)
    {
        var (head, trimmer) = (new ArticleHead(), new PageTrimmer(html, everywhere, _scanner.MayBePost, _scanner.MayHoldPost));
        _scanner.Scan(html, head, trimmer);
        return new ScannedPage(head, trimmer.MayCarry, trimmer.Trim);
    }

    /// <param name="document">The page.</param>
    /// <param name="head">What the page says of itself.</param>
    /// <param name="markdown">Whether its text is Markdown.</param>
    /// <param name="time">The article's time. Markup that is kept back gets half of it: it is worth less than what the page shows.</param>
    /// <exception cref="ArticleUnreadableException">The time is up.</exception>
    public EmbedFindings Find(IHtmlDocument document, ArticleHead head, bool markdown, Deadline time)
    {
        var pieces = _parser.Within(time.Half());
        var walk = Walk(pieces, markdown, time);
        walk.Over(document);
        var shown = TwinMerger.Merge(walk.Sightings);
        var all = walk.Scripts.Count == 0 ? shown : WithStored(shown, walk, head, pieces, time);
        return new EmbedFindings(all.RemoveAll(s => s.IsBlock), [.. walk.Issues]);
    }

    private ImmutableArray<EmbedSighting> WithStored(ImmutableArray<EmbedSighting> shown, PageWalk page, ArticleHead head, ArticleParser pieces, Deadline time)
    {
        var wordless = shown.Where(s => s.Link is not null && s.Facts.Text is null).Select(s => s.Link!.NativeId).ToList();
        var walk = Walk(pieces, markdown: false, time);
        bool IsOf(string id, string value)
        {
            time.Check();
            return value.Contains(id, StringComparison.Ordinal);
        }

        foreach (var (found, script) in _payload.StringsOf(page.Scripts))
        {
            time.Check();
            var region = PayloadPlace.IsInArticle(found, head) ? PageRegion.Article : PageRegion.Surroundings;
            // What is not the article's is parsed only when it can complete what the article shows.
            if (found.IsMarkup && (region == PageRegion.Article || wordless.Exists(id => IsOf(id, found.Value))))
                walk.OverStored(found.Value, script, region);
            else if (!found.IsMarkup)
                walk.AddStored(found, script, region);
        }

        foreach (var script in page.Scripts.Where(LinkedData.Is))
            walk.AddLinkedData(script, head);
        page.Issues.AddRange(walk.Issues);
        return PayloadMerger.Merge(shown, walk.Sightings);
    }

    private PageWalk Walk(ArticleParser pieces, bool markdown, Deadline time) => new(_catalog, _carriers, _payload, _text, pieces, _limits, markdown, time);
}
