using Embeds.Capture.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Embeds.Tests.Capture.Http;

/// <summary>Fetches as the tests need it: over loopback, with retries that do not wait.</summary>
internal static class Fetching
{
    public static FetchOptions LoopbackOptions => new() { AllowPrivateNetwork = true, RetryBaseDelay = TimeSpan.Zero };

    public static async Task<FetchOutcome> FetchAsync(Uri uri, Action<FetchOptions>? configure = null, TimeProvider? time = null)
    {
        FetchOptions options = LoopbackOptions;
        configure?.Invoke(options);
        using HttpClient client = GuardedHttpHandler.CreateClient(options);
        return await FetchAsync(client, uri, options, time);
    }

    public static Task<FetchOutcome> FetchAsync(HttpClient client, Uri uri, FetchOptions options, TimeProvider? time = null) =>
        new HttpFetcher(client, options, time ?? TimeProvider.System, NullLogger.Instance)
            .FetchAsync(uri, AcceptedContent.Article, TestContext.Current.CancellationToken);

    public static async Task<FetchFailure> FailAsync(Uri uri, Action<FetchOptions>? configure = null, TimeProvider? time = null) =>
        Assert.IsType<FetchFailure>(await FetchAsync(uri, configure, time));

    public static async Task<FetchedResource> SucceedAsync(Uri uri, Action<FetchOptions>? configure = null, TimeProvider? time = null) =>
        Assert.IsType<FetchedResource>(await FetchAsync(uri, configure, time));
}
