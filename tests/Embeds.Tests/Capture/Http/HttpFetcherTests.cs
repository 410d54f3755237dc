using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Embeds.Capture.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Capture.Http;

public sealed class HttpFetcherTests
{
    [Fact]
    public async Task Page_comes_back_whole_with_what_the_server_says_of_it()
    {
        var now = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        await using LoopbackServer server = await LoopbackServer.StartAsync("text/html; charset=windows-1251;", "<p>Harbour reopens</p>");

        FetchedResource page = await Fetching.SucceedAsync(server.Url("/story?id=1"), time: new FakeTimeProvider(now));

        Assert.Equal("<p>Harbour reopens</p>", Encoding.ASCII.GetString(page.Body.Span));
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("windows-1251", page.Charset);
        Assert.Equal(server.Url("/story?id=1"), page.FinalUri);
        Assert.Equal(now, page.RetrievedAt);
    }

    [Fact]
    public async Task Request_says_who_asks_and_carries_nothing_private()
    {
        Dictionary<string, string>? headers = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.Ordinal);
            return Task.CompletedTask;
        });

        await Fetching.SucceedAsync(server.Url(), options => options.UserAgent = "harbour-news/2.0 (+https://news.example/bot)");

        Assert.Equal("harbour-news/2.0 (+https://news.example/bot)", headers!["User-Agent"]);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], headers.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Answer_without_a_type_is_taken()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<p>Hello</p>");

        FetchedResource page = await Fetching.SucceedAsync(server.Url);

        Assert.Null(page.MediaType);
        Assert.Null(page.Charset);
        Assert.Equal(12, page.Body.Length);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    [InlineData("image/svg+xml")]
    public async Task Answer_of_another_type_is_refused(string contentType)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(contentType, "not a page");

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal("content-type", failure.Code);
        Assert.Equal(FetchFailureKind.Refused, failure.Kind);
        Assert.Contains(contentType, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(451)]
    [InlineData(999)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(304)]
    public async Task Status_that_will_not_change_is_unreadable_and_asked_once(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Answer(context, status));

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal($"http-{status}", failure.Code);
        Assert.Equal(FetchFailureKind.Unreadable, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal(server.Url(), failure.Url);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Certificate_that_nobody_vouches_for_is_refused_once()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=news.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Answer(context, 200), certificate);

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal("tls", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n\r\n")]
    [InlineData("HTTP/1.1 OK\r\n\r\n")]
    public async Task Server_that_does_not_speak_http_is_asked_once(string answer)
    {
        await using var server = new RawServer(answer);

        FetchFailure failure = await Fetching.FailAsync(server.Url);

        Assert.Equal("bad-answer", failure.Code);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Headers_without_end_are_a_bad_answer()
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 200_000)}\r\n\r\n");

        FetchFailure failure = await Fetching.FailAsync(server.Url);

        Assert.Equal("bad-answer", failure.Code);
    }

    [Fact]
    public async Task Relative_url_is_the_callers_mistake()
    {
        using HttpClient client = GuardedHttpHandler.CreateClient(new FetchOptions());

        await Assert.ThrowsAsync<ArgumentException>("uri", () => Fetching.FetchAsync(client, new Uri("/story", UriKind.Relative), new FetchOptions()));
    }

    [Fact]
    public void Options_out_of_range_are_the_callers_mistake()
    {
        using HttpClient client = GuardedHttpHandler.CreateClient(new FetchOptions());

        Assert.Throws<ArgumentOutOfRangeException>(
            () => new HttpFetcher(client, new FetchOptions { MaxRetries = -1 }, TimeProvider.System, NullLogger.Instance));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancellation_passes_through(bool afterTheHeaders)
    {
        using var cancel = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (afterTheHeaders) await context.Response.StartAsync();
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        using HttpClient client = GuardedHttpHandler.CreateClient(Fetching.LoopbackOptions);
        var fetcher = new HttpFetcher(client, Fetching.LoopbackOptions, TimeProvider.System, NullLogger.Instance);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(server.Url(), AcceptedContent.Article, cancel.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Time_limit_of_the_callers_own_client_is_a_timeout()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using HttpClient client = GuardedHttpHandler.CreateClient(Fetching.LoopbackOptions);
        client.Timeout = TimeSpan.FromMilliseconds(50);

        FetchOutcome outcome = await Fetching.FetchAsync(client, server.Url(), Fetching.LoopbackOptions);

        Assert.Equal("timeout", Assert.IsType<FetchFailure>(outcome).Code);
    }

    [Fact]
    public async Task Client_that_follows_redirects_itself_still_gives_the_final_url()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/old") context.Response.Redirect("/new");
            return Task.CompletedTask;
        });
        using var client = new HttpClient();

        FetchOutcome outcome = await Fetching.FetchAsync(client, server.Url("/old"), Fetching.LoopbackOptions);

        Assert.Equal(server.Url("/new"), Assert.IsType<FetchedResource>(outcome).FinalUri);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
