using System.Diagnostics.Metrics;
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
/// <remarks>
/// <para>Instances are safe for use from several threads at once. Make one and keep it: its articles share what hosts may be asked, and each answer.</para>
/// <para><c>Read</c>, <c>ReadAll</c>, <c>Rewrite</c> and <c>Restore</c> make no request. <c>ReadAsync</c> and all that begin with
/// <c>Archive</c> ask about an article's posts as far as <see cref="EmbedArchiverOptions.Network"/> says, also where the article itself is at hand.</para>
/// </remarks>
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
    private readonly Lazy<Telemetry> _telemetry;
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
    /// <param name="meterFactory">Makes the meter named <c>Embeds</c>; null makes one that every listener of the process sees.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or two platforms have one id.</exception>
    public EmbedArchiver(EmbedArchiverOptions? options = null, HttpClient? httpClient = null, TimeProvider? timeProvider = null, ILogger<EmbedArchiver>? logger = null, IMeterFactory? meterFactory = null)
    {
        _options = (options ?? new EmbedArchiverOptions()).ToValidatedCopy();
        var clock = timeProvider ?? TimeProvider.System;
        var catalog = new PlatformCatalog(_options.Platforms.Concat(PlatformCatalog.BuiltIn).Concat(_options.IncludeCards ? PlatformCatalog.Cards : []).DistinctBy(p => p.Id, StringComparer.Ordinal));
        _capture = new ArticleCapture(catalog, _options.ToCaptureLimits(), clock, Generator);
        _ownsClient = httpClient is null;
        _client = new Lazy<HttpClient>(() => httpClient ?? GuardedHttpHandler.CreateClient(_options.Http));
        ILogger log = logger ?? NullLogger<EmbedArchiver>.Instance;
        _telemetry = new Lazy<Telemetry>(() => new Telemetry(meterFactory));
        _fetcher = new Lazy<HttpFetcher>(() => new HttpFetcher(_client.Value, _options.Http, clock, log));
        _asker = new Lazy<SourceAsker>(() => new SourceAsker(_client.Value, _options.Http, _options.Network, clock, _telemetry.Value, log));
        _network = new Lazy<ArticleNetwork>(() => new ArticleNetwork(_asker.Value, _options.Network, clock, _telemetry.Value, log));
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
    /// <param name="article">HTML (a page or a fragment), Markdown or plain text.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The article is too large or made to exhaust the parser.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ArticleQuotes> ReadAsync(string article, Uri? baseUrl = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _capture.ReadAsync(ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl) }, _options.MaxArticleBytes), Network, cancellationToken);
    }

    /// <summary>Reads an article from its bytes, and asks the network about its posts as far as <see cref="EmbedArchiverOptions.Network"/> says.</summary>
    /// <param name="article">The bytes of a page, a fragment, a Markdown or a text file.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at and only where the content leaves it open.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The article is empty, no text, too large or made to exhaust the parser.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ArticleQuotes> ReadAsync(ReadOnlyMemory<byte> article, Uri? baseUrl = null, string? fileName = null, CancellationToken cancellationToken = default) =>
        _capture.ReadAsync(ArticleReader.Read(article, new ArticleHints { Url = Absolute(baseUrl), Name = fileName }, _options.MaxArticleBytes), Network, cancellationToken);

    /// <summary>
    /// Reads every article of a source. Each item of a feed (RSS, Atom, JSON Feed) is an article of its own, with its own
    /// address, title, language and date; any other source is one article.
    /// </summary>
    /// <param name="source">The bytes of a feed, a page, a fragment, a Markdown or a text file.</param>
    /// <param name="baseUrl">The source's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at and only where the content leaves it open.</param>
    /// <returns>
    /// The articles in the source's order, each read when it is asked for. An item of a feed that cannot be read is an article
    /// without quotes and with an issue.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The source is empty, no text, too large, or a feed without a readable item.</exception>
    public IEnumerable<ArticleQuotes> ReadAll(ReadOnlyMemory<byte> source, Uri? baseUrl = null, string? fileName = null) =>
        ArticleReader.ReadAll(source, new ArticleHints { Url = Absolute(baseUrl), Name = fileName }, _options.MaxArticleBytes).Select(_capture.Read);

    /// <summary>Sets a block in the place of each embed of an article; every other byte stays as it is. No network, nothing awaited.</summary>
    /// <param name="article">The bytes of a page or a fragment, of a Markdown source, or of a feed (RSS, Atom, JSON Feed).</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="baseUrl">The article's address, when it is known.</param>
    /// <param name="fileName">The file's name, of which only the ending is looked at. Markdown without settings above it is known by it alone.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">The article cannot be read, or not be written back byte by byte.</exception>
    /// <example>
    /// <code>
    /// RewrittenArticle durable = archiver.Rewrite(File.ReadAllBytes("story.html"));
    /// File.WriteAllBytes("story.durable.html", durable.Bytes.Span);
    /// </code>
    /// </example>
    public RewrittenArticle Rewrite(ReadOnlyMemory<byte> article, RewriteOptions? options = null, Uri? baseUrl = null, string? fileName = null) =>
        _capture.Rewrite(
            ArticleReader.ReadFile(article, new ArticleHints { Url = Absolute(baseUrl), Name = fileName }, _options.MaxArticleBytes),
            article,
            options ?? new RewriteOptions());

    /// <summary>Gives back the original of an article that was rewritten with <see cref="OriginalMarkup.Embedded"/>.</summary>
    /// <param name="article">The bytes of the rewritten article. They may be four times as many as those of an original: blocks keep both.</param>
    /// <param name="fileName">The file's name, as for <see cref="Rewrite"/>.</param>
    /// <returns>The original bytes; the same bytes when no block of it keeps anything.</returns>
    /// <remarks>What was changed around the blocks since stays changed.</remarks>
    /// <exception cref="ArticleUnreadableException">The article cannot be read, or not be written back byte by byte.</exception>
    public ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> article, string? fileName = null) =>
        ArticleCapture.Restore(ArticleReader.ReadFile(article, new ArticleHints { Name = fileName }, (int)Math.Min(_options.MaxArticleBytes * 4L, int.MaxValue)), article);

    /// <summary>Gives back the original of an article that was rewritten with <see cref="OriginalMarkup.Apart"/>.</summary>
    /// <param name="article">The bytes of the rewritten article, to the byte as they were written.</param>
    /// <param name="originals">What <see cref="RewrittenArticle.Originals"/> was.</param>
    /// <returns>The original bytes; their hash is checked.</returns>
    /// <exception cref="ArticleUnreadableException">The originals are damaged or belong to another article, or the article was changed since.</exception>
    public static ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> article, ReadOnlyMemory<byte> originals) => OriginalsFile.Restore(article.Span, originals);

    /// <summary>Fetches an article and reads it.</summary>
    /// <param name="article">Its address: absolute, http or https.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="ArgumentException"><paramref name="article"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">It could not be fetched or read; the code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ArticleQuotes> ArchiveAsync(Uri article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var (body, hints) = await FetchAsync(article, cancellationToken).ConfigureAwait(false);
        return await _capture.ReadAsync(ArticleReader.Read(body, hints, _options.MaxArticleBytes), Network, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fetches a source and reads every article of it, as <see cref="ReadAll"/> does.</summary>
    /// <param name="source">Its address: absolute, http or https.</param>
    /// <param name="cancellationToken">Stops the fetch, and the reading between two articles.</param>
    /// <returns>The articles in the source's order, each read when it is asked for.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is relative.</exception>
    /// <exception cref="ArticleUnreadableException">It could not be fetched or read; the code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public IAsyncEnumerable<ArticleQuotes> ArchiveAllAsync(Uri source, CancellationToken cancellationToken = default) =>
        AllAsync(ArticleSource.FromUrl(source), cancellationToken);

    /// <summary>Reads every article of a source wherever it is: fetches an address, reads a file or a page of a web archive.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Stops the fetch, and the reading between two articles.</param>
    /// <returns>The articles in the source's order, each read when it is asked for.</returns>
    /// <exception cref="ArticleUnreadableException">It could not be fetched or read; the code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public IAsyncEnumerable<ArticleQuotes> ArchiveAllAsync(ArticleSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return AllAsync(source, cancellationToken);
    }

    /// <summary>Fetches and reads many articles, some at once, and gives each as it finishes.</summary>
    /// <param name="articles">Their addresses; read lazily, so an endless sequence is fine.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <returns>
    /// One outcome an address (one an item, where the address is a feed's), in the order finished. A failed article is an outcome
    /// with an error, not an exception.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public IAsyncEnumerable<ArticleOutcome> ArchiveManyAsync(IEnumerable<Uri> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return ArchiveManyAsync(articles.Select(ArticleSource.FromUrl).ToAsyncEnumerable(), cancellationToken);
    }

    /// <summary>
    /// Reads many articles, <see cref="EmbedArchiverOptions.Parallelism"/> at once, and gives each as it finishes. No more than
    /// twice as many are in memory, however long the sequence is: a consumer that is slow slows the reading down.
    /// </summary>
    /// <param name="articles">The articles; asked for one by one, never ahead of need, so an endless sequence is fine.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <returns>
    /// One outcome an article (of a feed one an item), in the order finished, which is not that of the sequence. A source that
    /// failed is an outcome with an error, not an exception; what the sequence itself throws comes out behind the outcomes that were finished by then.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async IAsyncEnumerable<ArticleOutcome> ArchiveManyAsync(IAsyncEnumerable<ArticleSource> articles, [EnumeratorCancellation] CancellationToken cancellationToken = default)
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
        if (_telemetry.IsValueCreated)
            _telemetry.Value.Dispose();
        if (_ownsClient && _client.IsValueCreated)
            _client.Value.Dispose();
    }

    private async Task FillAsync(IAsyncEnumerable<ArticleSource> articles, ChannelWriter<ArticleOutcome> finished, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(articles, parallel, async (source, token) =>
            {
                foreach (var outcome in await OutcomesAsync(source, token).ConfigureAwait(false))
                    await finished.WriteAsync(outcome, token).ConfigureAwait(false);
            }).ConfigureAwait(false);
            finished.Complete();
        }
        catch (Exception e)
        {
            // Whatever stopped the work (the caller's sequence may throw) reaches the consumer through the channel.
            finished.Complete(e);
        }
    }

    private async Task<IReadOnlyList<ArticleOutcome>> OutcomesAsync(ArticleSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await AllAsync(source, cancellationToken).Select(quotes => new ArticleOutcome { Source = source, Quotes = quotes }).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ArticleUnreadableException e)
        {
            return [new ArticleOutcome { Source = source, Error = e }];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect that one page brings to light must not cost the results of all others.
            return [new ArticleOutcome { Source = source, Error = new ArticleUnreadableException("defect", $"This should not have happened, and is a defect of Embeds: {e.Message}", e) }];
        }
    }

    private async IAsyncEnumerable<ArticleQuotes> AllAsync(ArticleSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (body, hints) = source.IsRemote
            ? await FetchAsync(source.Url!, cancellationToken).ConfigureAwait(false) // what is fetched has an address
            : (await source.ReadAsync(_options.MaxArticleBytes, cancellationToken).ConfigureAwait(false), source.Hints);
        foreach (var article in ArticleReader.ReadAll(body, hints, _options.MaxArticleBytes))
        {
            var quotes = await _capture.ReadAsync(article, Network, cancellationToken).ConfigureAwait(false);
            yield return source.Issue is { } issue ? quotes with { Issues = quotes.Issues.Insert(0, issue) } : quotes;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private ArticleNetwork? Network => _options.Network.Depth == NetworkDepth.Offline ? null : _network.Value;

    private async Task<(ReadOnlyMemory<byte> Body, ArticleHints Hints)> FetchAsync(Uri source, CancellationToken cancellationToken)
    {
        var outcome = await _fetcher.Value.FetchAsync(Absolute(source)!, AcceptedContent.Article, cancellationToken).ConfigureAwait(false);
        if (outcome is FetchFailure failure)
            throw new ArticleUnreadableException(failure.Code, failure.Message) { IsNetwork = failure.Kind == FetchFailureKind.Network };
        var resource = (FetchedResource)outcome;
        return (resource.Body, new ArticleHints
        {
            Url = resource.FinalUri,
            Charset = resource.Charset,
            Name = resource.FinalUri.AbsolutePath,
            RetrievedAt = resource.RetrievedAt,
        });
    }

    private static Uri? Absolute(Uri? address) =>
        address is null || address.IsAbsoluteUri ? address : throw new ArgumentException("Give an absolute address, such as https://news.example/story.", nameof(address));
}
