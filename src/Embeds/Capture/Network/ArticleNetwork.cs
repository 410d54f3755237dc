using System.Collections.Immutable;
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

    /// <param name="sightings">The embeds that are shown.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <returns>What was learned, by the permalink of the post.</returns>
    public async Task<ArticleLooks> LookAsync(IReadOnlyCollection<EmbedSighting> sightings, CancellationToken cancellationToken)
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
            async (i, token) => looks[i] = await LookAsync(posts[i].Sighting, budget, deadline.Token, token).ConfigureAwait(false)).ConfigureAwait(false);

        var issues = looks.SelectMany(look => look.Issues).ToList();
        if (budget.WasSpent)
            issues.Add(new CaptureIssue { Code = "network-budget", Message = "Not every post could be asked about: the article's budget of requests, bytes or time was spent." });
        if (looks.Any(look => look.IsDown) && looks.All(look => look.IsDown || look.Looks.IsEmpty))
        {
            issues.Add(new CaptureIssue { Code = ArticleLooks.DownCode, Message = "The network failed for every post of this article: the result is what the article itself holds." });
            Log.Down(logger, posts.Count);
        }

        return new ArticleLooks(posts.Zip(looks).ToImmutableDictionary(p => p.First.Key, p => p.Second, StringComparer.Ordinal), [.. issues]);
    }

    private async Task<PostLook> LookAsync(EmbedSighting sighting, NetworkBudget budget, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await _posts.LookAsync(sighting.Platform, sighting.Link!, sighting.Facts, budget, deadline).ConfigureAwait(false);
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
