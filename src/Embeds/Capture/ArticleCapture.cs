using System.Globalization;
using Embeds.Articles;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>From an article to its sealed blocks: parse once, find, read, assemble.</summary>
internal sealed class ArticleCapture
{
    private readonly CaptureLimits _limits;
    private readonly TimeProvider _clock;
    private readonly string _generator;
    private readonly ArticleParser _parser;
    private readonly EmbedFinder _finder;

    public ArticleCapture(PlatformCatalog catalog, CaptureLimits limits, TimeProvider clock, string generator)
    {
        _limits = limits;
        _clock = clock;
        _generator = generator;
        // A deadline is real time, also where blocks are dated by a clock that stands still.
        _parser = new ArticleParser(limits.ParseDeadline, TimeProvider.System);
        _finder = new EmbedFinder(catalog, _parser, new FinderLimits(limits.MaxEmbeds, limits.MaxHiddenDepth));
    }

    public ArticleQuotes Read(Article article)
    {
        var findings = article.Format == ArticleFormat.PlainText
            ? EmbedFindings.None
            : _finder.Find(_parser.Parse(article.Text), article.Format == ArticleFormat.Markdown);
        var issues = new List<CaptureIssue>(findings.Issues);
        var description = Describe(article, findings.Head);
        var assembler = new QuoteAssembler(new CaptureContext(Now(), SourceOf(description), _generator));
        var blocks = new List<QuoteBlock>();
        foreach (var sighting in findings.Sightings)
        {
            if (_limits.Everywhere || sighting.Region == PageRegion.Article)
                blocks.Add(assembler.Assemble(sighting, blocks.Count, issues));
        }

        if (findings.Sightings.Length >= _limits.MaxEmbeds)
            issues.Add(new CaptureIssue { Code = "too-many-embeds", Message = FormattableString.Invariant($"Only the first {_limits.MaxEmbeds:N0} embeds were read.") });
        return new ArticleQuotes { Article = description, Blocks = [.. blocks], Issues = [.. issues] };
    }

    private ArticleDescription Describe(Article article, ArticleHead head) => new()
    {
        Url = article.Url?.AbsoluteUri,
        CanonicalUrl = head.CanonicalUrl,
        Title = head.Title,
        Lang = head.Lang,
        PublishedAt = head.PublishedAt,
        Sha256 = article.Sha256,
        RetrievedAt = article.RetrievedAt is { } retrieved ? Utc(retrieved) : Now(),
    };

    private static QuoteSource SourceOf(ArticleDescription article) => new()
    {
        Kind = SourceKind.Article,
        Url = article.Url,
        CanonicalUrl = article.CanonicalUrl,
        Title = article.Title,
        RetrievedAt = article.RetrievedAt,
        Sha256 = article.Sha256,
    };

    private string Now() => Utc(_clock.GetUtcNow());

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
