using System.Globalization;
using System.Reflection;
using AngleSharp.Html.Dom;
using Embeds.Articles;
using Embeds.Capture;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds;

/// <summary>
/// The front door: give it an article, it gives back every social post that the article quotes, as sealed quote blocks.
/// </summary>
/// <remarks>Instances are safe for use from several threads at once. Make one and keep it.</remarks>
/// <example>
/// <code>
/// using var archiver = new EmbedArchiver();
/// foreach (QuoteBlock quote in archiver.Read(html).Blocks)
///     Console.WriteLine(quote.ToMarkdown());
/// </code>
/// </example>
public sealed class EmbedArchiver
{
    private static readonly string Version = "Embeds/" + (typeof(EmbedArchiver).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    private readonly EmbedArchiverOptions _options;
    private readonly PlatformCatalog _catalog;
    private readonly ArticleParser _parser;
    private readonly EmbedFinder _finder;
    private readonly TimeProvider _clock;

    /// <summary>Makes an archiver.</summary>
    /// <param name="options">Limits and switches; null takes the defaults.</param>
    /// <param name="timeProvider">The clock by which blocks are dated; null takes the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public EmbedArchiver(EmbedArchiverOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new EmbedArchiverOptions();
        _options.Validate();
        _clock = timeProvider ?? TimeProvider.System;
        _catalog = new PlatformCatalog(_options.Platforms.Concat(PlatformCatalog.BuiltIn).Concat(_options.IncludeCards ? PlatformCatalog.Cards : []).DistinctBy(p => p.Id, StringComparer.Ordinal));
        _parser = new ArticleParser(_options.ParseDeadline, TimeProvider.System);
        _finder = new EmbedFinder(_catalog, _parser, new FinderLimits(_options.MaxEmbeds, _options.MaxHiddenDepth));
    }

    /// <summary>Reads an article that is already at hand. No network, nothing awaited.</summary>
    /// <param name="article">HTML (a page or a fragment), Markdown or plain text.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    /// <exception cref="ArticleUnreadableException">The article is too large or made to exhaust the parser.</exception>
    public ArticleQuotes Read(string article, Uri? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Read(ArticleReader.Read(article, new ArticleHints { Url = baseUrl }, _options.MaxArticleBytes));
    }

    /// <summary>Reads an article from its bytes. The encoding is decided as browsers do.</summary>
    /// <param name="article">The bytes of a page, a fragment, a Markdown or a text file.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at and only where the content leaves it open.</param>
    /// <exception cref="ArticleUnreadableException">The article is empty, no text, too large or made to exhaust the parser.</exception>
    public ArticleQuotes Read(ReadOnlyMemory<byte> article, Uri? baseUrl = null, string? fileName = null) =>
        Read(ArticleReader.Read(article, new ArticleHints { Url = baseUrl, Name = fileName }, _options.MaxArticleBytes));

    private ArticleQuotes Read(Article article)
    {
        var findings = article.Format == ArticleFormat.PlainText ? EmbedFindings.None : _finder.Find(_parser.Parse(article.Text), article.Format == ArticleFormat.Markdown);
        var issues = new List<CaptureIssue>(findings.Issues);
        var description = Describe(article, findings.Head);
        var assembler = new QuoteAssembler(new CaptureContext(Now(), SourceOf(description), Version));
        var blocks = new List<QuoteBlock>();
        foreach (var sighting in findings.Sightings)
        {
            if (_options.Everywhere || sighting.Region == PageRegion.Article)
                blocks.Add(assembler.Assemble(sighting, blocks.Count, issues));
        }

        if (findings.Sightings.Length >= _options.MaxEmbeds)
            issues.Add(new CaptureIssue { Code = "too-many-embeds", Message = FormattableString.Invariant($"Only the first {_options.MaxEmbeds:N0} embeds were read.") });
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
        RetrievedAt = (article.RetrievedAt ?? _clock.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
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

    private string Now() => _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
