using Embeds.Capture.Http;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace Embeds.Capture.Network;

/// <summary>
/// All requests to one host: so many at once, so many a second, repeated when a fault may pass, and none for a while when the host
/// only fails.
/// </summary>
internal sealed class HostGate : IDisposable
{
    // A host that answers nothing is left alone; one that fails now and then is not.
    private const double HopelessRatio = 0.9;
    private const int FewestForHopeless = 10;
    private static readonly TimeSpan HopelessSample = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    private readonly HttpExchange _exchange;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _places;
    private readonly Pace _pace;
    private readonly ResiliencePipeline<Attempt> _pipeline;
    private long _closedUntil = long.MinValue;
    private long _restsUntil = long.MinValue;

    public HostGate(HttpExchange exchange, FetchOptions http, int atOnce, double perSecond, TimeProvider time, ILogger logger)
    {
        _exchange = exchange;
        _time = time;
        _places = new SemaphoreSlim(atOnce);
        _pace = new Pace(perSecond, time);
        _pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetries(http, logger)
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
            {
                FailureRatio = HopelessRatio,
                MinimumThroughput = FewestForHopeless,
                SamplingDuration = HopelessSample,
                BreakDuration = Rest,
                OnOpened = _ =>
                {
                    Interlocked.Exchange(ref _restsUntil, After(Rest));
                    return ValueTask.CompletedTask;
                },
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { MayRetry: true }),
            })
            .Build();
    }

    /// <summary>Whether nothing is to be waited for: a new gate would let through the same.</summary>
    public bool IsAtRest => _time.GetTimestamp() is var now && now >= Interlocked.Read(ref _closedUntil) && now >= Interlocked.Read(ref _restsUntil) && _pace.IsDue;

    /// <summary>Asks once and again, within the limits.</summary>
    /// <param name="request">What to ask.</param>
    /// <param name="budget">Is charged for each try; null charges nobody.</param>
    /// <param name="cancellationToken">Stops also the waiting.</param>
    public async Task<Attempt> AskAsync(FetchRequest request, NetworkBudget? budget, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(token => new ValueTask<Attempt>(TryAsync(request, budget, token)), cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            return Attempt.Ended(FetchFailure.HostRests(request.Url));
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Attempt> TryAsync(FetchRequest request, NetworkBudget? budget, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_time.GetTimestamp() < Interlocked.Read(ref _closedUntil))
                return Attempt.Ended(FetchFailure.HostRests(request.Url));
            if (_pace.Take() is { } wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            if (budget?.TakeRequest() == false)
                return Attempt.Ended(FetchFailure.BudgetSpent(request.Url));
            var attempt = await _exchange.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (attempt is { MayRetry: true, RetryAfter: { } pause })
                _pace.Pause(pause);
            else if (attempt.RetryAfter is { } tooLong)
                Interlocked.Exchange(ref _closedUntil, After(tooLong < LongestRest ? tooLong : LongestRest));
            return request.IsOnce ? attempt.Final() : attempt;
        }
        finally
        {
            _places.Release();
        }
    }

    private long After(TimeSpan wait) => _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
}
