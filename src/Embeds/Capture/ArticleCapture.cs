using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Capture.Network;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Capture;

/// <summary>From an article to its sealed blocks: parse once, find what is embedded, recover what lost its embed, assemble.</summary>
internal sealed partial class ArticleCapture
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

    /// <summary>Reads an article. That one of a feed cannot be read is an issue, and stops none of the others.</summary>
    /// <exception cref="ArticleUnreadableException">It cannot be read, and is no feed's.</exception>
    public ArticleQuotes Read(Article article)
    {
        try
        {
            return article.Format == ArticleFormat.PlainText ? ReadText(article) : Assemble(Find(article));
        }
        catch (ArticleUnreadableException e) when (article.IsOfFeed)
        {
            return Unread(article, e);
        }
    }

    /// <summary>As <see cref="Read"/>, with what the network adds; null adds nothing.</summary>
    public async Task<ArticleQuotes> ReadAsync(Article article, ArticleNetwork? network, CancellationToken cancellationToken)
    {
        if (network is null)
            return Read(article);
        try
        {
            var page = article.Format == ArticleFormat.PlainText ? null : Find(article);
            using var inquiry = network.Begin(page?.Description.PublishedAt ?? article.PublishedAt, cancellationToken);
            var quotes = page is null ? ReadText(article) : await ReadAsync(page, inquiry).ConfigureAwait(false);
            quotes = await WithLostPostsAsync(quotes, article, inquiry).ConfigureAwait(false);
            return quotes with { Issues = [.. quotes.Issues, .. inquiry.Summary()] };
        }
        catch (ArticleUnreadableException e) when (article.IsOfFeed)
        {
            return Unread(article, e);
        }
    }

    private async Task<ArticleQuotes> ReadAsync(FoundPage page, ArticleInquiry inquiry)
    {
        var looks = await inquiry.LookAsync(page.Shown).ConfigureAwait(false);
        // The article is not to blame for the time that others took to answer.
        return Assemble(page with { Looks = looks, Time = _parser.Begin() });
    }

    private ArticleQuotes Unread(Article article, ArticleUnreadableException e) =>
        new() { Article = Describe(article, new ArticleHead()), Issues = [new CaptureIssue { Code = e.Code, Url = article.Url?.AbsoluteUri, Message = e.Message }] };

    private ArticleQuotes ReadText(Article article)
    {
        var description = Describe(article, new ArticleHead());
        var text = PlainTextBlocks.Read(article.Text);
        var assembler = new RecoveredQuoteAssembler(Context(description), _catalog, text);
        var points = new CodePointIndex(article.Text);
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>();
        var time = _parser.Begin();
        var issues = new List<CaptureIssue>();
        foreach (var quote in Recover(text, time, issues))
        {
            time.Check();
            var place = new TextPositionSelector { Start = points.At(quote.WordsSpan.Start), End = points.At(quote.WordsSpan.End) };
            blocks.Add(assembler.Assemble(quote, blocks.Count, [place], issues));
        }

        return new ArticleQuotes { Article = description, Blocks = blocks.ToImmutable(), Issues = [.. issues] };
    }

    /// <summary>Scans the page, and parses it where the scan says that it may be worth it.</summary>
    private FoundPage Find(Article article)
    {
        var time = _parser.Begin();
        var scan = Scan(article);
        var page = new FoundPage { Article = article, Description = Describe(article, scan.Head), Time = time };
        if (!scan.MayCarry && !_limits.Recover)
            return page;
        var document = Parse(article, scan.Trimmed().Text, time);
        var findings = scan.MayCarry ? _finder.Find(document, scan.Head, page.IsMarkdown, time) : EmbedFindings.None;
        return page with
        {
            Document = document,
            Findings = findings,
            Shown = findings.Sightings.Where(s => _limits.Everywhere || s.Region == PageRegion.Article).ToList(),
        };
    }

    private ArticleQuotes Assemble(FoundPage page)
    {
        if (page.Document is null)
            return new ArticleQuotes { Article = page.Description };
        var issues = new List<CaptureIssue>(page.Findings.Issues);
        if (page.Findings.Sightings.Length >= _limits.MaxEmbeds)
            issues.Add(TooMany());
        issues.AddRange(page.Looks.Issues);

        var context = Context(page.Description) with { Looks = page.Looks };
        var blocks = _limits.Recover && page.Document.Body is { } body
            ? WithRecovered(page, body, context, issues)
            : Assembled(page, context, issues);
        return new ArticleQuotes { Article = page.Description, Blocks = blocks, Issues = [.. issues] };
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
        return article.Format == ArticleFormat.Markdown || article.Copy is { IsWayback: true } ? page with { MayCarry = true, Trimmed = () => TrimmedText.Whole(source) } : page;
    }

    private IHtmlDocument Parse(Article article, string source, Deadline time, bool keepPositions = false)
    {
        var document = _parser.Within(time).Parse(source, keepPositions);
        if (article.Copy is { IsWayback: true })
            WaybackLinks.Restore(document);
        return document;
    }

    /// <summary>Found and recovered quotes in one order, that of the article: a found one stands where its gap in the text is.</summary>
    private ImmutableArray<QuoteBlock> WithRecovered(FoundPage page, IElement body, CaptureContext context, List<CaptureIssue> issues)
    {
        var shown = page.Shown;
        var flat = FlattenedArticle.Of(body, Carriers(page.Findings), page.Description.Lang, _limits.Everywhere, page.IsMarkdown, a => PermalinkOf(a) is not null);
        var assembler = new QuoteAssembler(context);
        var posts = new SamePagePosts(page.Findings.Sightings, shown, assembler, context.CapturedAt);
        var recoveries = new RecoveredQuoteAssembler(context, _catalog, flat.Text);
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>(shown.Count);
        var next = 0;
        // A lone permalink in markup is the finder's to see, and it saw it or had a reason not to.
        foreach (var quote in Recover(WithGaps(flat), page.Time, issues).Where(q => (q.Words.Length > 0 || q.Permalink is null) && !posts.Shows(q)))
        {
            page.Time.Check();
            if (blocks.Count + shown.Count - next >= _limits.MaxEmbeds)
            {
                issues.Add(TooMany());
                break;
            }

            while (next < shown.Count && flat.Gaps.GetValueOrDefault(shown[next].Element, 0) <= quote.Whole.Start)
                Add(blocks, shown[next++], assembler, issues);
            var place = new CssSelector { Value = context.Paths.Of(flat.ElementAt(quote.WordsSpan.Start)) };
            blocks.Add(posts.Upgraded(recoveries.Assemble(quote, blocks.Count, [place], issues)));
        }

        for (; next < shown.Count; next++)
        {
            page.Time.Check();
            Add(blocks, shown[next], assembler, issues);
        }

        return blocks.ToImmutable();
    }

    private static ArticleText WithGaps(FlattenedArticle flat) =>
        new() { Text = flat.Text.Text, Blocks = flat.Text.Blocks, Lang = flat.Text.Lang, Gaps = [.. flat.Gaps.Values.Order()] };

    private static ImmutableArray<QuoteBlock> Assembled(FoundPage page, CaptureContext context, List<CaptureIssue> issues)
    {
        var assembler = new QuoteAssembler(context);
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>(page.Shown.Count);
        foreach (var sighting in page.Shown)
        {
            page.Time.Check();
            Add(blocks, sighting, assembler, issues);
        }

        return blocks.ToImmutable();
    }

    /// <summary>What a platform of the user's own read may not fit the model; that costs its block and no other.</summary>
    private static void Add(ImmutableArray<QuoteBlock>.Builder blocks, EmbedSighting sighting, QuoteAssembler assembler, List<CaptureIssue> issues)
    {
        try
        {
            blocks.Add(assembler.Assemble(sighting, blocks.Count, issues));
        }
        catch (Exception e) when (e is QuoteFormatException or ArgumentException)
        {
            issues.Add(new CaptureIssue { Code = "block-invalid", Url = sighting.Link?.Permalink, Message = $"A post of {sighting.Platform.Name} could not be sealed: {e.Message}" });
        }
    }

    /// <summary>What is found in words alone is worth less than what is embedded: it may take half of the time that is left.</summary>
    private IEnumerable<RecoveredQuote> Recover(ArticleText text, Deadline time, List<CaptureIssue> issues)
    {
        if (!_limits.Recover)
            return [];
        var half = time.Half();
        // Not disposed: the timer may still be about to cancel when the work is done.
        var stop = new CancellationTokenSource();
        using var watch = new Timer(_ => CancelWhen(half.HasPassed, stop), null, half.Left, TimeSpan.FromMilliseconds(100));
        try
        {
            return _recoverer.Recover(text, stop.Token).Where(q => q.Confidence.Post >= _limits.MinConfidence);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            issues.Add(new CaptureIssue { Code = "recovery-deadline", Message = "Quotes that lost their embed were not looked for to the end: the text repeats their signs without end." });
            return [];
        }
    }

    private static void CancelWhen(bool passed, CancellationTokenSource stop)
    {
        if (passed)
            stop.Cancel();
    }

    private CaptureIssue TooMany() =>
        new() { Code = "too-many-embeds", Message = FormattableString.Invariant($"Only the first {_limits.MaxEmbeds:N0} quotes were read.") };

    private ArticleDescription Describe(Article article, ArticleHead head) => new()
    {
        Url = article.Url?.AbsoluteUri,
        CanonicalUrl = head.CanonicalUrl,
        Title = article.Title ?? head.Title,
        Lang = article.Lang ?? head.Lang,
        PublishedAt = article.PublishedAt ?? head.PublishedAt,
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

    private string Now() => UtcTime.Format(_clock.GetUtcNow());
}
