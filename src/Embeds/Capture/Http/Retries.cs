using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Embeds.Capture.Http;

/// <summary>How a request is repeated: only after a fault that may pass, after a wait that grows, or the one that the server asks for.</summary>
internal static class Retries
{
    /// <param name="pipeline">Takes the strategy, unless no request is to be repeated.</param>
    /// <param name="options">How often, and after how long.</param>
    /// <param name="logger">Hosts and paths are logged, query strings never.</param>
    public static ResiliencePipelineBuilder<Attempt> AddRetries(this ResiliencePipelineBuilder<Attempt> pipeline, FetchOptions options, ILogger logger) =>
        options.MaxRetries == 0 ? pipeline : pipeline.AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = options.MaxRetries,
            Delay = options.RetryBaseDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { MayRetry: true }),
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
            OnRetry = args =>
            {
                if (args.Outcome.Result?.Outcome is FetchFailure failure)
                    Log.Retrying(logger, failure.Url.Host, failure.Url.AbsolutePath, failure.Code, args.RetryDelay);
                return ValueTask.CompletedTask;
            },
        });
}
