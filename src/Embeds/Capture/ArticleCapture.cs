using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Capture.Network;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;
using Embeds.Recovery;
using Embeds.Rewriting;

namespace Embeds.Capture;

/// <summary>From an article to its sealed blocks: parse once, find what is embedded, recover what lost its embed, assemble.</summary>
internal sealed class ArticleCapture
{
    private readonly CaptureLimits _limits;
    private readonly TimeProvider _clock;
    private readonly string _generator;
    private readonly PlatformCatalog _catalog;
    private readonly ArticleParser _parser;
    private readonly EmbedFinder _finder;
    private readonly QuoteRecoverer _recoverer;

    public ArticleCapture(PlatformCatalog catalog, CaptureLimits limits, TimeProvider clock, string generator)
    {
        _limits = limits;
        _clock = clock;
        _generator = generator;
        _catalog = catalog;
        // A deadline is real time, also where blocks are dated by a clock that stands still.
        _parser = new ArticleParser(limits.ParseDeadline, TimeProvider.System);
        _finder = new EmbedFinder(catalog, _parser, new FinderLimits(limits.MaxEmbeds, limits.MaxHiddenDepth));
        _recoverer = new QuoteRecoverer(PermalinkOf);
    }

    public ArticleQuotes Read(Article article) =>
        article.Format == ArticleFormat.PlainText ? ReadText(article) : Assemble(Find(article), ArticleLooks.None);

    /// <summary>As <see cref="Read"/>, with what the network adds.</summary>
    public async Task<ArticleQuotes> ReadAsync(Article article, ArticleNetwork network, CancellationToken cancellationToken)
    {
        if (article.Format == ArticleFormat.PlainText)
            return ReadText(article);
        var page = Find(article);
        return Assemble(page, await network.LookAsync(page.Shown, page.Description.PublishedAt, cancellationToken).ConfigureAwait(false));
    }

    private ArticleQuotes ReadText(Article article)
    {
        var description = Describe(article, new ArticleHead());
        var text = PlainTextBlocks.Read(article.Text);
        var assembler = new RecoveredQuoteAssembler(Context(description), _catalog, text);
        var points = new CodePointIndex(article.Text);
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>();
        foreach (var quote in Recover(text))
        {
            var place = new TextPositionSelector { Start = points.At(quote.WordsSpan.Start), End = points.At(quote.WordsSpan.End) };
            blocks.Add(assembler.Assemble(quote, blocks.Count, [place]));
        }

        return new ArticleQuotes { Article = description, Blocks = blocks.ToImmutable() };
    }

    /// <summary>Scans the page, and parses it where the scan says that it may be worth it.</summary>
    private FoundPage Find(Article article)
    {
        var markdown = article.Format == ArticleFormat.Markdown;
        var scan = Scan(article);
        var head = scan.Head;
        if (!scan.MayCarry && !_limits.Recover)
            return new FoundPage(article, null, null, [], Describe(article, head), head);
        var document = Parse(article, scan.Html);
        var findings = _finder.Find(document, head, markdown);
        var shown = findings.Sightings.Where(s => _limits.Everywhere || s.Region == PageRegion.Article).ToList();
        return new FoundPage(article, document, findings, shown, Describe(article, head), head);
    }

    private ArticleQuotes Assemble(FoundPage page, ArticleLooks looks)
    {
        if (page.Findings is not { } findings)
            return new ArticleQuotes { Article = page.Description };
        var issues = new List<CaptureIssue>(findings.Issues);
        if (findings.Sightings.Length >= _limits.MaxEmbeds)
            issues.Add(new CaptureIssue { Code = "too-many-embeds", Message = FormattableString.Invariant($"Only the first {_limits.MaxEmbeds:N0} embeds were read.") });
        issues.AddRange(looks.Issues);

        var context = Context(page.Description);
        var work = new Assembly(new QuoteAssembler(context), looks, issues);
        var blocks = _limits.Recover && page.Document?.Body is { } body
            ? WithRecovered(page.Shown, FlattenedArticle.Of(body, Carriers(findings), page.Head.Lang, _limits.Everywhere, page.Article.Format == ArticleFormat.Markdown), work, context)
            : Assembled(page.Shown, work);
        return new ArticleQuotes { Article = page.Description, Blocks = blocks, Issues = [.. issues] };
    }

    /// <summary>The article with a block in the place of each embed that it carries itself.</summary>
    /// <exception cref="ArticleUnreadableException">Its bytes do not survive decoding, so that nothing may be touched.</exception>
    public RewrittenArticle Rewrite(Article article, ReadOnlyMemory<byte> bytes, RewriteOptions options)
    {
        var source = SourceBytes.Of(bytes, article.Text, TextDecoding.EncodingOf(bytes.Span, null, out var mark), mark)
            ?? throw new ArticleUnreadableException("not-reversible", "The article's bytes are not valid in its own encoding; rewriting would change more than the embeds.");
        if (article.Format == ArticleFormat.PlainText)
            return new RewrittenArticle { Bytes = bytes };
        var page = Scan(article);
        if (!page.MayCarry)
            return new RewrittenArticle { Bytes = bytes };
        var findings = _finder.Find(Parse(article, Source(article), keepPositions: true), page.Head, article.Format == ArticleFormat.Markdown);
        var assembler = new QuoteAssembler(Context(Describe(article, page.Head)));
        var shown = findings.Sightings.Where(s => !s.IsInText && (_limits.Everywhere || s.Region == PageRegion.Article));
        return ArticleRewriter.Rewrite(source, [.. shown.Select((s, i) => new EmbedPlace(s.Element, s.Twins, assembler.Assemble(s, i, ArticleLooks.None, [])))], options);
    }

    private PermalinkFacts? PermalinkOf(string address)
    {
        try
        {
            return _catalog.ReadLink(address) is { } link ? new PermalinkFacts(link.Platform, link.NativeId, link.Handle) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What a platform cannot read is no permalink; where it stood as an embed, an issue says so already.
            return null;
        }
    }

    private static HashSet<IElement> Carriers(EmbedFindings findings) => [.. findings.Sightings.Where(s => !s.IsInText).Select(s => s.Element)];

    /// <summary>Markdown's code samples are blanks to the parser; every other character stands where it did.</summary>
    private static string Source(Article article) => article.Format == ArticleFormat.Markdown ? MarkdownSource.WithoutCode(article.Text) : article.Text;

    /// <summary>Markdown has signs of its own, and the Wayback Machine's links are only whole once they are restored.</summary>
    private ScannedPage Scan(Article article)
    {
        var source = Source(article);
        var page = _finder.Scan(source, _limits.Everywhere);
        return article.Format == ArticleFormat.Markdown || article.Copy is { IsWayback: true } ? page with { MayCarry = true, Html = source } : page;
    }

    private IHtmlDocument Parse(Article article, string source, bool keepPositions = false)
    {
        var document = _parser.Parse(source, keepPositions);
        if (article.Copy is { IsWayback: true })
            WaybackLinks.Restore(document);
        return document;
    }

    /// <summary>Found and recovered quotes in one order, that of the article: a found one stands where its gap in the text is.</summary>
    private ImmutableArray<QuoteBlock> WithRecovered(
        IReadOnlyList<EmbedSighting> shown, FlattenedArticle flat, Assembly work, CaptureContext context)
    {
        var recoveries = new RecoveredQuoteAssembler(context, _catalog, flat.Text);
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>(shown.Count);
        var next = 0;
        // A lone permalink in markup is the finder's to see, and it saw it or had a reason not to.
        foreach (var quote in Recover(flat.Text).Where(q => q.Words.Length > 0 || q.Permalink is null))
        {
            while (next < shown.Count && flat.Gaps.GetValueOrDefault(shown[next].Element, 0) <= quote.Whole.Start)
                Add(blocks, shown[next++], work);
            blocks.Add(recoveries.Assemble(quote, blocks.Count, [new CssSelector { Value = ElementPath.Of(flat.ElementAt(quote.WordsSpan.Start)) }]));
        }

        while (next < shown.Count)
            Add(blocks, shown[next++], work);
        return blocks.ToImmutable();
    }

    private static ImmutableArray<QuoteBlock> Assembled(IReadOnlyList<EmbedSighting> shown, Assembly work)
    {
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>(shown.Count);
        foreach (var sighting in shown)
            Add(blocks, sighting, work);
        return blocks.ToImmutable();
    }

    /// <summary>What a platform of the user's own read may not fit the model; that costs its block and no other.</summary>
    private static void Add(ImmutableArray<QuoteBlock>.Builder blocks, EmbedSighting sighting, Assembly work)
    {
        try
        {
            blocks.Add(work.Assembler.Assemble(sighting, blocks.Count, work.Looks, work.Issues));
        }
        catch (Exception e) when (e is QuoteFormatException or ArgumentException)
        {
            work.Issues.Add(new CaptureIssue { Code = "block-invalid", Url = sighting.Link?.Permalink, Message = $"A post of {sighting.Platform.Name} could not be sealed: {e.Message}" });
        }
    }

    private IEnumerable<RecoveredQuote> Recover(ArticleText text) =>
        _limits.Recover ? _recoverer.Recover(text, CancellationToken.None).Where(q => q.Confidence.Post >= _limits.MinConfidence) : [];

    private ArticleDescription Describe(Article article, ArticleHead head) => new()
    {
        Url = article.Url?.AbsoluteUri,
        CanonicalUrl = head.CanonicalUrl,
        Title = head.Title,
        Lang = head.Lang,
        PublishedAt = head.PublishedAt,
        Sha256 = article.Sha256,
        RetrievedAt = article.RetrievedAt is { } retrieved ? UtcTime.Format(retrieved) : Now(),
    };

    private CaptureContext Context(ArticleDescription article) => new(
        Now(),
        new QuoteSource
        {
            Kind = SourceKind.Article,
            Url = article.Url,
            CanonicalUrl = article.CanonicalUrl,
            Title = article.Title,
            RetrievedAt = article.RetrievedAt,
            Sha256 = article.Sha256,
        },
        _generator);

    /// <summary>A page with what was found in it; without a tree where the scan showed that there is nothing to find.</summary>
    private sealed record FoundPage(
        Article Article, IHtmlDocument? Document, EmbedFindings? Findings, IReadOnlyList<EmbedSighting> Shown, ArticleDescription Description, ArticleHead Head);

    /// <summary>What all blocks of a page are assembled with.</summary>
    private sealed record Assembly(QuoteAssembler Assembler, ArticleLooks Looks, List<CaptureIssue> Issues);

    private string Now() => UtcTime.Format(_clock.GetUtcNow());
}
