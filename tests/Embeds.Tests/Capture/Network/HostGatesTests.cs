using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Embeds.Capture.Http;
using Embeds.Capture.Network;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Capture.Network;

public sealed class HostGatesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly AnsweringHandler _handler;
    private readonly HttpClient _client;
    private readonly HostGates _gates;

    public HostGatesTests()
    {
        var http = new FetchOptions { MaxRetries = 0, MaxRetryAfter = TimeSpan.Zero };
        _handler = new AnsweringHandler(_time);
        _client = new HttpClient(_handler);
        _gates = new HostGates(new HttpExchange(_client, http, _time, _time), http, new NetworkOptions { RequestsPerSecondPerHost = 5, RequestsAtOncePerHost = 2 }, _time, NullLogger.Instance);
    }

    public void Dispose()
    {
        _gates.Dispose();
        _client.Dispose();
        _handler.Dispose();
    }

    [Fact]
    public async Task Thousands_of_hosts_leave_a_bounded_number_of_gates()
    {
        for (var i = 0; i < 5000; i++)
        {
            await AskAsync(Host(i));
            _time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.InRange(_gates.Count, 1, HostGates.MostHosts);
        }

        Assert.Equal(5000, _handler.Asked.Count);
    }

    [Fact]
    public async Task Gates_that_nobody_used_for_long_are_given_up()
    {
        for (var i = 0; i < 100; i++)
            await AskAsync(Host(i));
        _time.Advance(TimeSpan.FromMinutes(11));

        // Each new host makes room for some more.
        for (var i = 100; i < 103; i++)
            await AskAsync(Host(i));

        Assert.Equal(3, _gates.Count);
    }

    [Fact]
    public async Task Host_that_is_being_asked_keeps_its_gate_among_thousands()
    {
        var slow = AskAsync("slow.example");
        for (var i = 0; i < 3000; i++)
        {
            await AskAsync(Host(i));
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var second = AskAsync("slow.example");
        var third = AskAsync("slow.example");
        Assert.Equal(2, _handler.Asked.Count(host => host == "slow.example")); // two at once is what the one gate allows

        _handler.Slow.SetResult();
        Assert.All(await InFakeTimeAsync(slow, second, third), attempt => Assert.IsType<FetchedResource>(attempt.Outcome));
    }

    [Fact]
    public async Task Host_that_wants_rest_is_remembered_while_others_come_and_go()
    {
        await AskAsync("busy.example");
        for (var i = 0; i < 3000; i++)
        {
            await AskAsync(Host(i));
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var attempt = await AskAsync("busy.example");

        Assert.Equal("host-rests", Assert.IsType<FetchFailure>(attempt.Outcome).Code);
        Assert.Single(_handler.Asked, host => host == "busy.example");
    }

    [Fact]
    public async Task Crowd_of_hosts_that_want_rest_is_bounded_too()
    {
        for (var i = 0; i < 3000; i++)
            await AskAsync(string.Create(CultureInfo.InvariantCulture, $"busy.h{i}.example"));

        Assert.InRange(_gates.Count, 1, HostGates.MostHosts);
    }

    [Fact]
    public async Task Requests_begin_no_faster_than_allowed()
    {
        var start = _time.GetUtcNow();

        await InFakeTimeAsync([.. Enumerable.Range(0, 50).Select(_ => AskAsync("news.example"))]);

        // Five a second: each has its turn, and none begins before it.
        var times = _handler.Times.Order().ToList();
        Assert.Equal(50, times.Count);
        Assert.All(times.Index(), begun => Assert.True(begun.Item >= start + (begun.Index * TimeSpan.FromSeconds(0.2)), $"Request {begun.Index} began {begun.Item - start} after the first."));
    }

    private async Task<Attempt[]> InFakeTimeAsync(params Task<Attempt>[] asking)
    {
        while (!Array.TrueForAll(asking, a => a.IsCompleted))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await Task.WhenAll(asking);
    }

    private static string Host(int number) => string.Create(CultureInfo.InvariantCulture, $"h{number}.example");

    private Task<Attempt> AskAsync(string host) => _gates.AskAsync(
        new FetchRequest { Url = new Uri($"https://{host}/"), Accepted = AcceptedContent.Answer("*/*"), MaxBodyBytes = 1000 },
        budget: null,
        TestContext.Current.CancellationToken);

    private sealed class AnsweringHandler(FakeTimeProvider time) : HttpMessageHandler
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public ConcurrentQueue<DateTimeOffset> Times { get; } = new();

        public TaskCompletionSource Slow { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var host = request.RequestUri!.Host;
            Asked.Enqueue(host);
            Times.Enqueue(time.GetUtcNow());
            if (host == "slow.example")
                await Slow.Task.WaitAsync(cancellationToken);
            if (!host.StartsWith("busy.", StringComparison.Ordinal))
                return new HttpResponseMessage { Content = new StringContent("hello") };
            var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            answer.Headers.Add("Retry-After", "3600");
            return answer;
        }
    }
}
