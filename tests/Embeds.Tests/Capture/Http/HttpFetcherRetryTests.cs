using System.Collections.Concurrent;
using System.Globalization;
using Embeds.Capture.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Capture.Http;

public sealed class HttpFetcherRetryTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(520)]
    public async Task Fault_that_passes_leaves_no_trace(int status)
    {
        await using LoopbackServer server = await FailingAtFirstAsync(times: 1, status);

        await Fetching.SucceedAsync(server.Url());

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500, 4)]
    [InlineData(429, 4)]
    [InlineData(501, 1)]
    [InlineData(505, 1)]
    public async Task Fault_that_stays_is_a_network_failure_after_the_retries(int status, int requests)
    {
        await using LoopbackServer server = await FailingAtFirstAsync(times: int.MaxValue, status);

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal($"http-{status}", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task No_retries_means_one_request()
    {
        await using LoopbackServer server = await FailingAtFirstAsync(times: 1, 503);

        FetchFailure failure = await Fetching.FailAsync(server.Url(), options => options.MaxRetries = 0);

        Assert.Equal("http-503", failure.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Connection_that_closes_unanswered_is_tried_again()
    {
        await using var server = new RawServer("", "", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        await Fetching.SucceedAsync(server.Url);

        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task Closed_port_is_a_network_failure()
    {
        Uri url;
        await using (var server = new RawServer("")) url = server.Url;

        FetchFailure failure = await Fetching.FailAsync(url);

        Assert.Equal("connection", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Null(failure.StatusCode);
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_waited_for()
    {
        var time = new FakeTimeProvider();
        var arrivals = new ConcurrentQueue<DateTimeOffset>();
        await using LoopbackServer server = await FailingAtFirstAsync(times: 1, 429, "20", () => arrivals.Enqueue(time.GetUtcNow()));

        Assert.IsType<FetchedResource>(await RunAsync(server.Url(), time));

        Assert.Equal(2, arrivals.Count);
        Assert.True(arrivals.Last() - arrivals.First() >= TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Retry_after_a_date_is_waited_for()
    {
        var time = new FakeTimeProvider();
        DateTimeOffset date = time.GetUtcNow().AddSeconds(25);
        var arrivals = new ConcurrentQueue<DateTimeOffset>();
        await using LoopbackServer server = await FailingAtFirstAsync(
            times: 1, 503, date.ToString("R", CultureInfo.InvariantCulture), () => arrivals.Enqueue(time.GetUtcNow()));

        Assert.IsType<FetchedResource>(await RunAsync(server.Url(), time));

        Assert.Equal(2, arrivals.Count);
        Assert.True(arrivals.Last() >= date);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Thu, 01 Jan 1998 00:00:00 GMT")]
    [InlineData("soon")]
    public async Task Retry_after_that_says_nothing_leaves_the_usual_wait(string retryAfter)
    {
        await using LoopbackServer server = await FailingAtFirstAsync(times: 1, 503, retryAfter);

        await Fetching.SucceedAsync(server.Url());

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Fri, 01 Jan 2100 00:00:00 GMT")]
    public async Task Retry_after_beyond_the_limit_ends_the_fetch_and_says_so(string retryAfter)
    {
        await using LoopbackServer server = await FailingAtFirstAsync(times: 1, 429, retryAfter);

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal("http-429", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Contains("more than the 30 seconds allowed", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Total_time_ends_a_fetch_that_waits_and_waits()
    {
        var time = new FakeTimeProvider();
        await using LoopbackServer server = await FailingAtFirstAsync(times: int.MaxValue, 503, "30");

        FetchOutcome outcome = await RunAsync(server.Url(), time, options => options.TimeoutPerTry = options.TotalTimeout = TimeSpan.FromSeconds(40));

        var failure = Assert.IsType<FetchFailure>(outcome);
        Assert.Equal("timeout", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Contains("40 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_server_is_tried_again_after_the_time_of_one_try()
    {
        int request = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            Interlocked.Increment(ref request) == 1 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : context.Response.WriteAsync("awake"));

        await Fetching.SucceedAsync(server.Url(), options => options.TimeoutPerTry = TimeSpan.FromMilliseconds(500));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Body_that_drips_too_slowly_is_a_timeout()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"u8.ToArray(), stop);
            while (true)
            {
                await stream.WriteAsync("."u8.ToArray(), stop);
                await Task.Delay(10, stop);
            }
        });

        FetchFailure failure = await Fetching.FailAsync(server.Url, options =>
        {
            options.TimeoutPerTry = TimeSpan.FromMilliseconds(200);
            options.MaxRetries = 1;
        });

        Assert.Equal("timeout", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
    }

    private static Task<LoopbackServer> FailingAtFirstAsync(int times, int status, string? retryAfter = null, Action? onRequest = null)
    {
        int requests = 0;
        return LoopbackServer.StartAsync(context =>
        {
            onRequest?.Invoke();
            if (requests++ < times)
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = retryAfter;
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>Fetches while a pretended clock runs a thousand times as fast as the real one.</summary>
    private static async Task<FetchOutcome> RunAsync(Uri uri, FakeTimeProvider time, Action<FetchOptions>? configure = null)
    {
        Task<FetchOutcome> fetch = Fetching.FetchAsync(
            uri,
            options =>
            {
                options.TimeoutPerTry = options.TotalTimeout = Day;
                configure?.Invoke(options);
            },
            time);
        while (!fetch.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        return await fetch;
    }
}
