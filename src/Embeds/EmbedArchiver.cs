using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Embeds.Articles;
using Embeds.Capture;
using Embeds.Capture.Http;
using Embeds.Capture.Network;
using Embeds.Platforms;
using Embeds.Rewriting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Embeds;

/// <summary>
/// The front door: give it an article, it gives back every social post that the article quotes, as sealed quote blocks.
/// </summary>
/// <remarks>Instances are safe for use from several threads at once. Make one and keep it.</remarks>
/// <example>
/// <code>
/// using var archiver = new EmbedArchiver();
/// ArticleQuotes quotes = await archiver.ArchiveAsync(new Uri("https://news.example/2017/11/story"));
/// foreach (QuoteBlock quote in quotes.Blocks)
///     Console.WriteLine(quote.ToMarkdown());
/// </code>
/// </example>
public sealed class EmbedArchiver : IDisposable
{
    private static readonly string Generator = "Embeds/" + typeof(EmbedArchiver).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly EmbedArchiverOptions _options;
    private readonly ArticleCapture _capture;
    private readonly Lazy<HttpClient> _client;
    private readonly Lazy<HttpFetcher> _fetcher;
    private readonly Lazy<SourceAsker> _asker;
    private readonly Lazy<ArticleNetwork> _network;
    private readonly bool _ownsClient;

    /// <summary>Makes an archiver.</summary>
    /// <param name="options">Limits and switches; null takes the defaults. Checked and copied.</param>
    /// <param name="httpClient">
    /// Sends the requests; the caller keeps it. Null makes a client that checks every address when it connects. A client of
    /// your own is guarded by the spelling of addresses alone, unless it comes from <c>AddEmbeds()</c>.
    /// </param>
    /// <param name="timeProvider">The clock by which blocks are dated and requests are timed; null takes the system's.</param>
    /// <param name="logger">Takes what happened; null takes nothing.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or two platforms have one id.</exception>
    public EmbedArchiver(EmbedArchiverOptions? options = null, HttpClient? httpClient = null, TimeProvider? timeProvider = null, ILogger<EmbedArchiver>? logger = null)
    {
        _options = (options ?? new EmbedArchiverOptions()).ToValidatedCopy();
        var clock = timeProvider ?? TimeProvider.System;
        var catalog = new PlatformCatalog(_options.Platforms.Concat(PlatformCatalog.BuiltIn).Concat(_options.IncludeCards ? PlatformCatalog.Cards : []).DistinctBy(p => p.Id, StringComparer.Ordinal));
        _capture = new ArticleCapture(catalog, _options.ToCaptureLimits(), clock, Generator);
        _ownsClient = httpClient is null;
        _client = new Lazy<HttpClient>(() => httpClient ?? GuardedHttpHandler.CreateClient(_options.Http));
        ILogger log = logger ?? NullLogger<EmbedArchiver>.Instance;
        _fetcher = new Lazy<HttpFetcher>(() => new HttpFetcher(_client.Value, _options.Http, clock, log));
        _asker = new Lazy<SourceAsker>(() => new SourceAsker(_client.Value, _options.Http, _options.Network, clock, log));
        _network = new Lazy<ArticleNetwork>(() => new ArticleNetwork(_asker.Value, _options.Network, clock, log));
        Platforms = [.. catalog.All];
    }

    /// <summary>The platforms in force, in the order in which they are asked.</summary>
    public IReadOnlyList<Platform> Platforms { get; }

    /// <summary>Reads an article that is already at hand. No network, nothing awaited.</summary>
    /// <param name="article">HTML (a page or a fragment), Markdown or plain text.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The article is too large or made to exhaust the parser.</exception>
    public ArticleQuotes Read(string article, Uri? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _capture.Read(ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl) }, _options.MaxArticleBytes));
    }

    /// <summary>Reads an article from its bytes. The encoding is decided as browsers do.</summary>
    /// <param name="article">The bytes of a page, a fragment, a Markdown or a text file.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at and only where the content leaves it open.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The article is empty, no text, too large or made to exhaust the parser.</exception>
    public ArticleQuotes Read(ReadOnlyMemory<byte> article, Uri? baseUrl = null, string? fileName = null) =>
        _capture.Read(ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl), Name = fileName }, _options.MaxArticleBytes));

    /// <summary>Reads an article that is already at hand, and asks the network about its posts as far as <see cref="EmbedArchiverOptions.Network"/> says.</summary>
    /// <inheritdoc cref="Read(string, Uri?)"/>
    /// <param name="article">HTML (a page or a fragment), Markdown or plain text.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ArticleQuotes> ReadAsync(string article, Uri? baseUrl = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        return CaptureAsync(ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl) }, _options.MaxArticleBytes), cancellationToken);
    }

    /// <summary>Reads an article from its bytes, and asks the network about its posts as far as <see cref="EmbedArchiverOptions.Network"/> says.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, Uri?, string?)"/>
    /// <param name="article">The bytes of a page, a fragment, a Markdown or a text file.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at and only where the content leaves it open.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ArticleQuotes> ReadAsync(ReadOnlyMemory<byte> article, Uri? baseUrl = null, string? fileName = null, CancellationToken cancellationToken = default) =>
        CaptureAsync(ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl), Name = fileName }, _options.MaxArticleBytes), cancellationToken);

    /// <summary>Sets a block in the place of each embed of an article; every other byte stays as it is.</summary>
    /// <param name="article">The bytes of a page or a fragment.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The article cannot be read, or not be written back byte by byte.</exception>
    public RewrittenArticle Rewrite(ReadOnlyMemory<byte> article, RewriteOptions? options = null, Uri? baseUrl = null, string? fileName = null) =>
        _capture.Rewrite(
            ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl), Name = fileName }, _options.MaxArticleBytes),
            article,
            options ?? new RewriteOptions());

    /// <summary>Gives back the original of an article that was rewritten with <see cref="OriginalMarkup.Embedded"/>.</summary>
    /// <param name="article">The bytes of the rewritten article.</param>
    /// <returns>The original bytes; the same bytes when no block of it keeps what it replaced.</returns>
    /// <exception cref="ArticleUnreadableException">The article cannot be read.</exception>
    public ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> article)
    {
        var text = ArticleReader.Read(article, ArticleHints.None, _options.MaxArticleBytes * 4L > int.MaxValue ? int.MaxValue : _options.MaxArticleBytes * 4).Text;
        var source = SourceBytes.Of(article, text, TextDecoding.EncodingOf(article.Span, null, out var mark), mark);
        return source is null ? article : ArticleRewriter.Restore(source);
    }

    /// <summary>Fetches an article and reads it.</summary>
    /// <param name="article">Its address: absolute, http or https.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="ArgumentException"><paramref name="article"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">It could not be fetched or read; the code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ArticleQuotes> ArchiveAsync(Uri article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var outcome = await _fetcher.Value.FetchAsync(Absolute(article)!, AcceptedContent.Article, cancellationToken).ConfigureAwait(false);
        if (outcome is FetchFailure failure)
            throw new ArticleUnreadableException(failure.Code, failure.Message) { IsNetwork = failure.Kind == FetchFailureKind.Network };
        var resource = (FetchedResource)outcome;
        var hints = new ArticleHints
        {
            Url = resource.FinalUri,
            Charset = resource.Charset,
            Name = resource.FinalUri.AbsolutePath,
            RetrievedAt = resource.RetrievedAt,
        };
        return await CaptureAsync(ArticleReader.Read(resource.Body, hints, _options.MaxArticleBytes), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fetches and reads many articles, some at once, and gives each as it finishes.</summary>
    /// <param name="articles">Their addresses; read lazily, so an endless sequence is fine.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <returns>One outcome an address, in the order finished. A failed article is an outcome with an error, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async IAsyncEnumerable<ArticleOutcome> ArchiveManyAsync(IEnumerable<Uri> articles, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var finished = Channel.CreateBounded<ArticleOutcome>(_options.Parallelism);
        var work = Task.Run(() => FillAsync(articles, finished.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var outcome in finished.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return outcome;
        }
        finally
        {
            // A consumer that breaks off must not leave requests running behind its back.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_asker.IsValueCreated)
            _asker.Value.Dispose();
        if (_ownsClient && _client.IsValueCreated)
            _client.Value.Dispose();
    }

    private Task<ArticleQuotes> CaptureAsync(Article article, CancellationToken cancellationToken) =>
        _options.Network.Depth == NetworkDepth.Offline ? Task.FromResult(_capture.Read(article)) : _capture.ReadAsync(article, _network.Value, cancellationToken);

    private async Task FillAsync(IEnumerable<Uri> articles, ChannelWriter<ArticleOutcome> finished, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(articles, parallel, async (article, token) =>
                await finished.WriteAsync(await OutcomeAsync(article, token).ConfigureAwait(false), token).ConfigureAwait(false)).ConfigureAwait(false);
            finished.Complete();
        }
        catch (Exception e)
        {
            // Whatever stopped the work (the caller's sequence may throw) reaches the consumer through the channel.
            finished.Complete(e);
        }
    }

    private async Task<ArticleOutcome> OutcomeAsync(Uri article, CancellationToken cancellationToken)
    {
        try
        {
            return new ArticleOutcome { Source = article, Quotes = await ArchiveAsync(article, cancellationToken).ConfigureAwait(false) };
        }
        catch (ArticleUnreadableException e)
        {
            return new ArticleOutcome { Source = article, Error = e };
        }
    }

    private static Uri? Absolute(Uri? address) =>
        address is null || address.IsAbsoluteUri ? address : throw new ArgumentException("Give an absolute address, such as https://news.example/story.", nameof(address));
}
