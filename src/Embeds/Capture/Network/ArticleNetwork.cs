using System.Collections.Immutable;
using System.Globalization;
using Embeds.Capture.Http;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;
using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>Looks at all posts of one article, some at once and each one once, within the article's budget.</summary>
internal sealed class ArticleNetwork(SourceAsker asker, NetworkOptions options, TimeProvider time, ILogger logger)
{
    private const int AtOnce = 8;
    private readonly PostAsker _posts = new(asker, options.Depth, time);
    private readonly ArchiveAsker? _archive = options.Depth == NetworkDepth.Archives ? new ArchiveAsker(asker) : null;
    private readonly MediaKeeper? _media = options.MediaDirectory is null ? null : new MediaKeeper(asker, options);

    /// <param name="sightings">The embeds that are shown.</param>
    /// <param name="published">When the article says that it was published; null when it does not say.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <returns>What was learned, by the permalink of the post.</returns>
    public async Task<ArticleLooks> LookAsync(IReadOnlyCollection<EmbedSighting> sightings, string? published, CancellationToken cancellationToken)
    {
        var posts = sightings.Where(s => s.Link is not null).GroupBy(s => QuoteKey.ForPost(s.Link!.Platform, s.Link.NativeId), StringComparer.Ordinal).Select(g => (g.Key, Sighting: g.MaxBy(Words)!)).ToList();
        if (options.Depth == NetworkDepth.Offline || posts.Count == 0)
            return ArticleLooks.None;

        using var activity = Telemetry.Activities.StartActivity("embeds.look");
        activity?.SetTag("embeds.posts", posts.Count);
        var budget = new NetworkBudget(options);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.TimePerArticle);
        var looks = new PostLook[posts.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, posts.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => looks[i] = await LookAsync(posts[i].Sighting, TimeOf(published), budget, deadline.Token, token).ConfigureAwait(false)).ConfigureAwait(false);

        var issues = looks.SelectMany(look => look.Issues).ToList();
        if (budget.WasSpent)
            issues.Add(new CaptureIssue { Code = FetchFailure.BudgetCode, Message = "Not every post could be asked about: the article's budget of requests, bytes or time was spent." });
        if (looks.Any(look => look.IsDown) && looks.All(look => look.IsDown || look.Looks.IsEmpty))
        {
            issues.Add(new CaptureIssue { Code = ArticleLooks.DownCode, Message = "The network failed for every post of this article: the result is what the article itself holds." });
            Log.Down(logger, posts.Count);
        }

        var byKey = posts.Zip(looks).ToImmutableDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal);
        var learned = new ArticleLooks(byKey, [.. issues], ImmutableDictionary<string, Media>.Empty);
        return _media is null ? learned : await WithPicturesAsync(learned, sightings, budget, deadline.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the pictures that the blocks will show: of several sources' lists the one that is taken.</summary>
    private async Task<ArticleLooks> WithPicturesAsync(ArticleLooks looks, IReadOnlyCollection<EmbedSighting> sightings, NetworkBudget budget, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var issues = looks.Issues.ToBuilder();
        var purse = new MediaPurse(options.MaxMediaPerArticle, budget);
        var kept = ImmutableDictionary.CreateBuilder<string, Media>(StringComparer.Ordinal);
        try
        {
            foreach (var media in sightings.SelectMany(s => FactMerger.Merge(s.Platform, s.Link, looks.Of(s.Link).With(s.Facts), []).Media))
            {
                if (MediaKeeper.AddressOf(media) is { } address && !kept.ContainsKey(address))
                    kept[address] = await _media!.KeepAsync(media, purse, issues, deadline).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            issues.Add(new CaptureIssue { Code = FetchFailure.BudgetCode, Message = "Not every picture could be kept: the article's time was spent." });
        }

        return looks with { Issues = issues.ToImmutable(), Kept = kept.ToImmutable() };
    }

    private DateTimeOffset TimeOf(string? published) =>
        DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : time.GetUtcNow();

    private async Task<PostLook> LookAsync(EmbedSighting sighting, DateTimeOffset published, NetworkBudget budget, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            var look = await _posts.LookAsync(sighting.Platform, sighting.Link!, sighting.Facts, budget, deadline).ConfigureAwait(false);
            if (_archive is null)
                return look;
            var lacksWords = Words(sighting) == 0 && look.Facts.All(f => string.IsNullOrEmpty(f.Text?.Value)) || sighting.Facts.Text?.Completeness == TextCompleteness.Truncated && look.Status.State != PostState.Live;
            return await _archive.LookAsync(sighting.Platform, sighting.Link!, look, lacksWords, published, budget, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            budget.Refuse();
            return PostLook.None;
        }
    }

    /// <summary>Of several embeds of one post, the one that says most decides what is still to be asked.</summary>
    private static int Words(EmbedSighting sighting) => sighting.Facts.Text?.Value.Length ?? 0;
}
