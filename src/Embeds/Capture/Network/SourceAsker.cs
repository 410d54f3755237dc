using System.Diagnostics;
using System.Globalization;
using Embeds.Articles;
using Embeds.Capture.Http;
using Embeds.Platforms.Sources;
using Embeds.Quotes;
using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>
/// Asks sources: each address once a run, every hop of a redirect looked at, within what its host and the article's budget
/// allow. What the world does wrong comes back as a failure.
/// </summary>
internal sealed class SourceAsker : IDisposable
{
    private const long MostRemembered = 32L * 1024 * 1024;
    private const long EntryOverhead = 512;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly FetchOptions _http;
    private readonly NetworkOptions _network;
    private readonly TimeProvider _time;
    private readonly Telemetry _telemetry;
    private readonly HostGates _gates;
    private readonly AnswerCache? _cache;
    private readonly OncePerRun<FetchOutcome> _answers;

    public SourceAsker(HttpClient client, FetchOptions http, NetworkOptions network, TimeProvider time, Telemetry telemetry, ILogger logger)
    {
        _http = http;
        _network = network;
        _time = time;
        _telemetry = telemetry;
        // Waits are real time, also where blocks are dated by a clock that stands still.
        var timer = TimeProvider.System;
        _gates = new HostGates(new HttpExchange(client, http, time, timer), http, network, timer, logger);
        _cache = network.CacheDirectory is { } directory ? new AnswerCache(directory, time) : null;
        _answers = new OncePerRun<FetchOutcome>(MostRemembered, Remembered, SizeOf, timer);
    }

    /// <summary>Whether there is a key for a source that needs one.</summary>
    public bool MayAsk(string platform, PostSource source) => !source.NeedsKey || _network.Keys.ContainsKey(platform);

    /// <returns>The answer, or the failure.</returns>
    public async Task<(SourceAnswer? Answer, FetchFailure? Failure)> AskAsync(string platform, PostSource source, NetworkBudget budget, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Activities.StartActivity("embeds.ask");
        activity?.SetTag("embeds.rule", source.Rule);
        var began = _time.GetTimestamp();
        var outcome = await FetchAsync(platform, source.Url, source, _network.MaxAnswerBytes, budget, cancellationToken).ConfigureAwait(false);
        var result = outcome is FetchFailure { Code: var code } ? code : ((FetchedResource)outcome).StatusCode.ToString(CultureInfo.InvariantCulture);
        activity?.SetTag("embeds.outcome", result);
        var tags = new TagList { { "rule", source.Rule }, { "outcome", result } };
        _telemetry.Asked.Add(1, tags);
        _telemetry.Duration.Record(_time.GetElapsedTime(began).TotalSeconds, tags);
        return outcome is FetchedResource resource ? (AnswerOf(source, resource), null) : (null, (FetchFailure)outcome);
    }

    /// <summary>Fetches what stands at an address, for a platform or another source of answers.</summary>
    public Task<FetchOutcome> FetchAsync(string platform, string url, PostSource? source, int mostBytes, NetworkBudget budget, CancellationToken cancellationToken) =>
        _answers.GetAsync(
            string.Join('\n', url, source?.Accept, source?.Body, source?.Around?.ToString("R", CultureInfo.InvariantCulture)),
            token => CachedAsync(platform, url, source, mostBytes, budget, token),
            cancellationToken);

    public void Dispose() => _gates.Dispose();

    private static long SizeOf(FetchOutcome outcome) => outcome switch
    {
        FetchedResource resource => resource.Body.Length + EntryOverhead,
        FetchFailure { Code: FetchFailure.BudgetCode } => -1,
        _ => EntryOverhead,
    };

    private static SourceAnswer AnswerOf(PostSource source, FetchedResource resource) =>
        new(source, resource.StatusCode, resource.Body, TextDecoding.Decode(resource.Body.Span, resource.Charset))
        {
            At = UtcTime.Format(resource.RetrievedAt),
            Address = resource.FinalUri,
            ContentLocation = resource.ContentLocation,
        };

    private async Task<FetchOutcome> CachedAsync(string platform, string url, PostSource? source, int mostBytes, NetworkBudget budget, CancellationToken cancellationToken)
    {
        // The cache knows answers by their address alone.
        if (_cache is null || source is { Body: not null } or { Around: not null } or { IsOnce: true })
            return await FollowAsync(platform, url, source, mostBytes, null, budget, cancellationToken).ConfigureAwait(false);

        var known = await _cache.FindAsync(url, source?.Accept, cancellationToken).ConfigureAwait(false);
        if (known is not null && _cache.IsFresh(known))
            return known.Resource;
        var outcome = await FollowAsync(platform, url, source, mostBytes, known?.Resource.Freshness, budget, cancellationToken).ConfigureAwait(false);
        if (outcome is FetchedResource { StatusCode: 304 } && known is not null)
            outcome = known.Resource with { RetrievedAt = _time.GetUtcNow() };
        if (outcome is FetchedResource resource)
            await _cache.KeepAsync(url, source?.Accept, resource, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async Task<FetchOutcome> FollowAsync(string platform, string url, PostSource? source, int mostBytes, Freshness? known, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var original = new Uri(url);
        var start = Redirected(platform, original);
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        total.CancelAfter(_http.TotalTimeout);
        try
        {
            var request = new FetchRequest
            {
                Url = WithKey(platform, source, start),
                Accepted = AcceptedContent.Answer(source?.Accept ?? "*/*"),
                MaxBodyBytes = mostBytes,
                Json = source?.Body,
                Around = source?.Around,
                IsOnce = source is { IsOnce: true },
                ForwardedHost = start == original ? null : original.Authority,
                Known = known,
            };
            var outcome = await HopsAsync(request, budget, total.Token).ConfigureAwait(false);
            if (outcome is not FetchedResource resource)
                return ((FetchFailure)outcome).Without(start);
            budget.Add(resource.Body.Length);
            // Neither a key nor a mirror's address is to be seen in what is made of the answer.
            return resource.FinalUri == request.Url ? resource with { FinalUri = original } : resource;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchFailure.TotalTimeout(start, _http.TotalTimeout);
        }
    }

    private async Task<FetchOutcome> HopsAsync(FetchRequest request, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var trail = new RedirectTrail(_http);
        while (true)
        {
            var url = request.Url;
            if (trail.Step(url, _http.IsOpen(url.IdnHost, url.Port)) is { } refusal)
                return refusal;
            var attempt = await _gates.AskAsync(request, budget, cancellationToken).ConfigureAwait(false);
            if (attempt.Outcome is { } outcome)
                return outcome;
            // Where it leads to is another page: what was known of the first, or meant for its host, is not for it.
            request = request with { Url = attempt.RedirectTo!, Known = null, Json = null, ForwardedHost = null };
        }
    }

    /// <summary>The address at another base, where the user named one for the platform.</summary>
    private Uri Redirected(string platform, Uri url)
    {
        if (!_network.Endpoints.TryGetValue(platform, out var endpoint))
            return url;
        return new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + url.PathAndQuery);
    }

    private Uri WithKey(string platform, PostSource? source, Uri url)
    {
        if (source?.KeyParameter is not { } parameter || !_network.Keys.TryGetValue(platform, out var key))
            return url;
        return new Uri($"{url.AbsoluteUri}{(url.Query.Length == 0 ? '?' : '&')}{parameter}={Uri.EscapeDataString(key)}");
    }
}
