using System.Text;
using Embeds.Capture.Http;
using Microsoft.AspNetCore.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class HttpFetcherRedirectTests
{
    [Fact]
    public async Task Chain_is_followed_over_every_kind_of_redirect_and_spelling()
    {
        string[] targets = ["step/1", "?page=2", "//127.0.0.1:{port}/step/3", "http://127.0.0.1:{port}/step/4", "/story#comments"];
        int[] statuses = [301, 302, 303, 307, 308];
        int hop = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (hop == targets.Length) return context.Response.WriteAsync("arrived");
            context.Response.Headers.Location = targets[hop].Replace("{port}", $"{context.Connection.LocalPort}", StringComparison.Ordinal);
            context.Response.StatusCode = statuses[hop++];
            return Task.CompletedTask;
        });

        FetchedResource page = await Fetching.SucceedAsync(server.Url("/start"));

        Assert.Equal(["/start", "/step/1", "/step/1?page=2", "/step/3", "/step/4", "/story"], server.Requests);
        Assert.Equal(server.Url("/story#comments"), page.FinalUri);
        Assert.Equal("arrived", Encoding.ASCII.GetString(page.Body.Span));
    }

    [Fact]
    public async Task Target_in_bare_utf8_is_understood()
    {
        await using var server = new RawServer(
            "HTTP/1.1 301 Moved\r\nLocation: /gr\u00C3\u00B6\u00C3\u009Fe\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        FetchedResource page = await Fetching.SucceedAsync(server.Url);

        Assert.Equal("/gr%C3%B6%C3%9Fe", page.FinalUri.AbsolutePath);
    }

    [Theory]
    [InlineData("/start")]
    [InlineData("/start#again")]
    [InlineData("/other")]
    public async Task Circle_ends_where_a_url_comes_back(string target)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path == "/start" ? target : "/start");
            return Task.CompletedTask;
        });

        FetchFailure failure = await Fetching.FailAsync(server.Url("/start"));

        Assert.Equal("redirect-loop", failure.Code);
        Assert.Equal(FetchFailureKind.Unreadable, failure.Kind);
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Chain_longer_than_the_limit_ends(int maxRedirects)
    {
        int hop = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect($"/{++hop}");
            return Task.CompletedTask;
        });

        FetchFailure failure = await Fetching.FailAsync(server.Url(), options => options.MaxRedirects = maxRedirects);

        Assert.Equal("too-many-redirects", failure.Code);
        Assert.Equal(FetchFailureKind.Unreadable, failure.Kind);
        Assert.Equal(maxRedirects + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "refused-scheme")]
    [InlineData("\\\\fileserver\\share", "refused-scheme")]
    [InlineData("javascript:alert(1)", "refused-scheme")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "refused-address")]
    [InlineData("http://2852039166/latest/meta-data/", "refused-address")]
    [InlineData("//localhost/admin", "refused-address")]
    [InlineData("http://news.example:6379/", "refused-address")]
    [InlineData("http://reader:secret@news.example/", "refused-address")]
    [InlineData("http://\u05D0xn--\u2460\u200D.example/", "refused-address")]
    public async Task Hop_to_a_forbidden_place_is_refused_without_asking_there(string target, string code)
    {
        using var handler = StubHandler.RedirectingTo(target);
        using var client = new HttpClient(handler);

        FetchOutcome outcome = await Fetching.FetchAsync(client, new Uri("https://news.example/story"), new FetchOptions());

        var failure = Assert.IsType<FetchFailure>(outcome);
        Assert.Equal(code, failure.Code);
        Assert.Equal(FetchFailureKind.Refused, failure.Kind);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Equal([new Uri("https://news.example/story")], handler.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Location: http://[::1\r\n")]
    [InlineData("Location:\r\n")]
    public async Task Redirect_without_a_usable_target_is_unreadable(string header)
    {
        await using var server = new RawServer($"HTTP/1.1 302 Found\r\n{header}Content-Length: 0\r\nConnection: close\r\n\r\n");

        FetchFailure failure = await Fetching.FailAsync(server.Url);

        Assert.Equal("bad-redirect", failure.Code);
        Assert.Equal(302, failure.StatusCode);
        Assert.Equal(FetchFailureKind.Unreadable, failure.Kind);
    }
}
