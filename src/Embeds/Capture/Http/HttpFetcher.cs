using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace Embeds.Capture.Http;

/// <summary>
/// Fetches a URL: repeats what failed for the moment, follows redirects by hand with a look at every hop, and keeps
/// within the limits of <see cref="FetchOptions"/>. What the world does wrong comes back as a <see cref="FetchFailure"/>.
/// </summary>
internal sealed class HttpFetcher
{
    private readonly FetchOptions _options;
    private readonly HttpExchange _exchange;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _total;
    private readonly ResiliencePipeline<Attempt> _retries;

    /// <param name="client">Sends the requests; made by <see cref="GuardedHttpHandler"/>, else only the spelling of URLs is guarded.</param>
    /// <param name="options">Limits; checked and copied.</param>
    /// <param name="time">Clock and timers.</param>
    /// <param name="logger">Hosts and paths are logged, query strings never.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public HttpFetcher(HttpClient client, FetchOptions options, TimeProvider time, ILogger logger)
    {
        _options = options.ToValidatedCopy();
        _exchange = new HttpExchange(client, _options, time, time);
        _logger = logger;
        _total = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(_options.TotalTimeout).Build();
        _retries = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }.AddRetries(_options, logger).Build();
    }

    /// <summary>Fetches what stands at a URL.</summary>
    /// <exception cref="ArgumentException">The URL is relative.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<FetchOutcome> FetchAsync(Uri uri, AcceptedContent accepted, CancellationToken cancellationToken)
    {
        if (!uri.IsAbsoluteUri) throw new ArgumentException("Give an absolute URL, such as https://news.example/story.", nameof(uri));

        FetchOutcome outcome;
        try
        {
            outcome = await _total.ExecuteAsync(
                token => new ValueTask<FetchOutcome>(FollowAsync(uri, accepted, token)), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            outcome = FetchFailure.TotalTimeout(uri, _options.TotalTimeout);
        }

        switch (outcome)
        {
            case FetchedResource resource:
                Log.Fetched(_logger, resource.FinalUri.Host, resource.FinalUri.AbsolutePath, resource.Body.Length);
                break;
            case FetchFailure failure:
                Log.Failed(_logger, failure.Url.Host, failure.Url.AbsolutePath, failure.Code);
                break;
        }

        return outcome;
    }

    private async Task<FetchOutcome> FollowAsync(Uri start, AcceptedContent accepted, CancellationToken cancellationToken)
    {
        var trail = new RedirectTrail(_options);
        Uri uri = start;
        while (true)
        {
            if (trail.Step(uri, _options.AllowPrivateNetwork) is { } refusal) return refusal;

            Attempt attempt = await AskWithRetriesAsync(uri, accepted, cancellationToken).ConfigureAwait(false);
            if (attempt.Outcome is { } outcome) return outcome;
            uri = attempt.RedirectTo!; // set where there is no outcome
        }
    }

    private Task<Attempt> AskWithRetriesAsync(Uri uri, AcceptedContent accepted, CancellationToken cancellationToken) =>
        _retries.ExecuteAsync(token => new ValueTask<Attempt>(_exchange.AskAsync(uri, accepted, token)), cancellationToken).AsTask();
}
