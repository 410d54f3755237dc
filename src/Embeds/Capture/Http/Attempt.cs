namespace Embeds.Capture.Http;

/// <summary>What one request came to: an outcome, or another place to ask.</summary>
internal sealed record Attempt
{
    private Attempt()
    {
    }

    /// <summary>Null exactly where <see cref="RedirectTo"/> is not.</summary>
    public FetchOutcome? Outcome { get; private init; }

    public Uri? RedirectTo { get; private init; }

    /// <summary>Whether the fault may pass, so that asking again makes sense.</summary>
    public bool MayRetry { get; private init; }

    /// <summary>The wait that the server asks for; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static Attempt Ended(FetchOutcome outcome, TimeSpan? retryAfter = null) => new() { Outcome = outcome, RetryAfter = retryAfter };

    public static Attempt Redirected(Uri target) => new() { RedirectTo = target };

    /// <summary>The same end, without another try.</summary>
    public Attempt Final() => this with { MayRetry = false };

    public static Attempt FailedForNow(FetchFailure failure, TimeSpan? retryAfter = null) =>
        new() { Outcome = failure, MayRetry = true, RetryAfter = retryAfter };
}
