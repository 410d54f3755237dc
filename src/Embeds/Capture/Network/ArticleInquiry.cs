using System.Collections.Immutable;
using System.Globalization;
using Embeds.Articles;
using Embeds.Capture.Http;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;
using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>What one article asks: about its posts, some at once and each one once, and for its own copies; all within one budget and one time.</summary>
internal sealed class ArticleInquiry : IDisposable
{
    private const int AtOnce = 8;

    private readonly ArticleNetwork _network;
    private readonly NetworkOptions _options;
    private readonly ILogger _logger;
    private readonly NetworkBudget _budget;
    private readonly MediaPurse _purse;
    private readonly DateTimeOffset? _published;
    private readonly DateTimeOffset _now;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _deadline;
    private readonly List<PostLook> _looks = [];
    private int _saves;

    public ArticleInquiry(ArticleNetwork network, NetworkOptions options, string? published, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        _network = network;
        _options = options;
        _logger = logger;
        _budget = new NetworkBudget(options);
        _purse = new MediaPurse(options.MaxMediaPerArticle, _budget);
        _published = DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        _now = time.GetUtcNow();
        _stop = cancellationToken;
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _deadline.CancelAfter(options.TimePerArticle);
    }

    /// <summary>Whether the article's own copies are to be read.</summary>
    public bool ReadsCopies => _network.Copies is not null;

    /// <summary>Asks about the posts of embeds, and keeps their pictures.</summary>
    public async Task<ArticleLooks> LookAsync(IReadOnlyCollection<EmbedSighting> sightings)
    {
        var posts = Posts(sightings);
        if (posts.Count == 0)
            return ArticleLooks.None;
        using var activity = Telemetry.Activities.StartActivity("embeds.look");
        activity?.SetTag("embeds.posts", posts.Count);
        var looks = await AskAsync(posts).ConfigureAwait(false);
        _looks.AddRange(looks);
        var learned = new ArticleLooks(
            posts.Zip(looks).ToImmutableDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal),
            [.. looks.SelectMany(look => look.Issues)],
            ImmutableDictionary<string, Media>.Empty);
        return _network.Pictures is { } pictures ? await WithPicturesAsync(learned, sightings, pictures).ConfigureAwait(false) : learned;
    }

    /// <summary>Lists the article's own earliest copies.</summary>
    /// <param name="addresses">What the article is known under.</param>
    /// <param name="issues">Takes what went wrong.</param>
    public Task<IReadOnlyList<ArchivedCopy>> FindCopiesAsync(IEnumerable<Uri> addresses, ICollection<CaptureIssue> issues) =>
        InTimeAsync(async token => await _network.Copies!.FindAsync(addresses, _published, issues, _budget, token).ConfigureAwait(false), []);

    /// <summary>Reads one of them; null where it could not be read.</summary>
    public Task<Article?> ReadCopyAsync(ArchivedCopy copy, int maxBytes, ICollection<CaptureIssue> issues) =>
        InTimeAsync(token => _network.Copies!.ReadAsync(copy, maxBytes, issues, _budget, token), null);

    /// <summary>What is to be said of all that was asked, once it is over.</summary>
    public IEnumerable<CaptureIssue> Summary()
    {
        if (_budget.WasSpent)
            yield return new CaptureIssue { Code = FetchFailure.BudgetCode, Message = "Not everything could be asked: the article's budget of requests, bytes or time was spent." };
        if (_looks.Exists(look => look.IsDown) && _looks.TrueForAll(look => look.IsDown || look.Looks.IsEmpty))
        {
            yield return new CaptureIssue { Code = ArticleLooks.DownCode, Message = "The network failed for every post of this article: the result is what the article itself holds." };
            Log.Down(_logger, _looks.Count);
        }
    }

    public void Dispose() => _deadline.Dispose();

    /// <summary>Each post once, by its key. Of several embeds of one post, the one that says most decides what is still to be asked.</summary>
    private static List<(string Key, EmbedSighting Sighting)> Posts(IEnumerable<EmbedSighting> sightings) =>
        [.. sightings.Where(s => s.Link is not null).GroupBy(s => QuoteKey.ForPost(s.Link!.Platform, s.Link.NativeId), StringComparer.Ordinal).Select(g => (g.Key, g.MaxBy(Words)!))];

    private static int Words(EmbedSighting sighting) => sighting.Facts.Text?.Value.Length ?? 0;

    private async Task<PostLook[]> AskAsync(List<(string Key, EmbedSighting Sighting)> posts)
    {
        var looks = new PostLook[posts.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, posts.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = _stop },
            async (i, _) => looks[i] = await InTimeAsync(token => AskAsync(posts[i].Sighting, token), PostLook.None).ConfigureAwait(false)).ConfigureAwait(false);
        return looks;
    }

    private async Task<PostLook> AskAsync(EmbedSighting sighting, CancellationToken cancellationToken)
    {
        var (platform, link) = (sighting.Platform, sighting.Link!);
        var look = await _network.Posts.LookAsync(platform, link, sighting.Facts, _budget, cancellationToken).ConfigureAwait(false);
        if (_network.Archive is { } archive)
            look = await archive.LookAsync(platform, link, look, LacksWords(sighting, look), _published ?? _now, _budget, cancellationToken).ConfigureAwait(false);
        if (_network.Saver is not { } saver || !ArchiveSaver.Wants(look))
            return look;
        return Interlocked.Increment(ref _saves) <= ArchiveSaver.MostPerArticle
            ? await InTimeAsync(token => saver.SaveAsync(link, look, _budget, token), look).ConfigureAwait(false)
            : ArchiveSaver.Refuse(link, look);
    }

    private static bool LacksWords(EmbedSighting sighting, PostLook look) =>
        Words(sighting) == 0 && look.Facts.All(f => string.IsNullOrEmpty(f.Text?.Value))
        || sighting.Facts.Text?.Completeness == TextCompleteness.Truncated && look.Status.State != PostState.Live;

    /// <summary>Keeps the pictures that the blocks will show: of several sources' lists the one that is taken.</summary>
    private async Task<ArticleLooks> WithPicturesAsync(ArticleLooks looks, IEnumerable<EmbedSighting> sightings, MediaKeeper pictures)
    {
        var issues = looks.Issues.ToBuilder();
        var kept = ImmutableDictionary.CreateBuilder<string, Media>(StringComparer.Ordinal);
        foreach (var media in sightings.SelectMany(s => FactMerger.Merge(s.Platform, s.Link, looks.Of(s.Link).With(s.Facts), []).Media))
        {
            if (MediaKeeper.AddressOf(media) is { } address && !kept.ContainsKey(address))
                kept[address] = await InTimeAsync(token => pictures.KeepAsync(media, _purse, issues, token), media).ConfigureAwait(false);
        }

        return looks with { Issues = issues.ToImmutable(), Kept = kept.ToImmutable() };
    }

    /// <summary>Does something unless the article's time is over, or becomes so meanwhile.</summary>
    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> ask, T otherwise)
    {
        try
        {
            return await ask(_deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            _budget.Refuse();
            return otherwise;
        }
    }
}
