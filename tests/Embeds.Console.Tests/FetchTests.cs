using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Embeds.ConsoleTests.Support;
using Microsoft.AspNetCore.Http;

namespace Embeds.ConsoleTests;

/// <summary>Articles that are fetched, from a server on this machine.</summary>
public sealed class FetchTests
{
    private const string Allow = "--allow-private-network";

    [Fact]
    public async Task Page_is_fetched_and_read()
    {
        await using var server = await TestServer.StartAsync(Pages.OnePost);

        var run = await Run.Of(server.Url("/ferry"), Allow, "-f", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(server.Url("/ferry"), run.Json.GetProperty("article").GetProperty("url").GetString());
        Assert.Equal("x:1106264258717634310", run.Json.GetProperty("blocks")[0].GetProperty("key").GetString());
        Assert.Equal(["/ferry"], server.Requests);
    }

    [Fact]
    public async Task Redirect_is_followed()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Path != "/old")
                return context.Response.WriteAsync(Pages.OnePost);
            context.Response.Redirect("/new");
            return Task.CompletedTask;
        });

        var run = await Run.Of(server.Url("/old"), Allow, "-f", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(server.Url("/new"), run.Json.GetProperty("article").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Private_address_is_not_asked_without_the_switch()
    {
        await using var server = await TestServer.StartAsync(Pages.OnePost);

        var run = await Run.Of(server.Url());

        Assert.Equal(3, run.ExitCode);
        Assert.EndsWith("Allow it with --allow-private-network.\n", run.Errors);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(404, 3)]
    [InlineData(410, 3)]
    [InlineData(403, 3)]
    [InlineData(500, 4)]
    [InlineData(429, 4)]
    public async Task Status_decides_the_exit_code(int status, int exitCode)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(Pages.OnePost);
        });

        Fails(exitCode, $"(HTTP {status})", await Run.Of(server.Url(), Allow, "--retries", "0"));
    }

    [Fact]
    public async Task Fault_that_passes_is_asked_again()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) == 1 ? 503 : 200;
            return context.Response.WriteAsync(Pages.OnePost);
        });

        var run = await Run.Of(server.Url(), Allow);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Fault_that_stays_is_given_up_after_the_retries()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        Fails(4, "(HTTP 500)", await Run.Of(server.Url(), Allow, "--retries", "2"));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Redirect_in_a_circle()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path == "/a" ? "/b" : "/a");
            return Task.CompletedTask;
        });

        Fails(3, "redirects in a circle", await Run.Of(server.Url("/a"), Allow));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "Only http and https URLs are fetched")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "which is never asked")]
    [InlineData("http://[::ffff:169.254.169.254]/", "which is never asked")]
    [InlineData("gopher://news.example/", "Only http and https URLs are fetched")]
    public async Task Redirect_to_where_no_page_may_lead_is_refused(string target, string reason)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });

        Fails(3, reason, await Run.Of(server.Url(), Allow));
    }

    [Fact]
    public async Task Body_that_unpacks_beyond_the_limit()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var blanks = new byte[1024 * 1024];
            for (var i = 0; i < 40; i++)
                await gzip.WriteAsync(blanks);
        });

        Fails(3, "Raise the limit with --max-bytes.", await Run.Of(server.Url(), Allow));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<p>The first half")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<p>The first half")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("")]
    public async Task Answer_that_breaks_off(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerAsync(listener, answer, TestContext.Current.CancellationToken);

        Fails(4, "127.0.0.1", await Run.Of($"http://{listener.LocalEndpoint}/", Allow, "--retries", "0"));
        await serving;
    }

    [Fact]
    public async Task Server_that_never_answers_is_not_waited_for_without_end()
    {
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Fails(4, "did not answer in full within 0.5 seconds", await Run.Of(server.Url(), Allow, "--retries", "0", "--timeout", "0.5"));
    }

    [Fact]
    public async Task Closed_port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = listener.LocalEndpoint;
        listener.Stop();

        Fails(4, "connection", await Run.Of($"http://{closed}/", Allow, "--retries", "0"));
    }

    [Fact]
    public async Task Content_that_is_no_article()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.WriteAsync("no picture");
        });

        Fails(3, "\"image/png\"", await Run.Of(server.Url(), Allow));
    }

    [Theory]
    [InlineData("ftp://news.example/ferry", "Only http and https URLs are fetched, not \"ftp\".")]
    [InlineData("file:///etc/passwd", "Name the file by its path.")]
    [InlineData("http://reader:secret@news.example/", "carries a user name or password")]
    [InlineData("http://[ferry/", "This is not a valid URL.")]
    public async Task Url_that_is_never_asked(string url, string reason) => Fails(3, reason, await Run.Of(url));

    [Fact]
    public async Task Highest_exit_code_of_several_sources_wins_and_all_are_read()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/fault" ? 500 : 200;
            return context.Response.WriteAsync(Pages.OnePost);
        });

        var run = await Run.Of(server.Url("/fault"), "missing.html", server.Url("/ferry"), Allow, "--retries", "0", "-f", "json");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal("http-500", run.Json[0].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(1, run.Json[2].GetProperty("blocks").GetArrayLength());
    }

    private static void Fails(int exitCode, string reason, Run run)
    {
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(reason, run.Errors);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("embeds: ", run.Errors);
    }

    private static async Task AnswerAsync(TcpListener listener, string answer, CancellationToken cancellationToken)
    {
        using var connection = await listener.AcceptTcpClientAsync(cancellationToken);
        await using var stream = connection.GetStream();
        _ = await stream.ReadAtLeastAsync(new byte[8192], 1, cancellationToken: cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellationToken);
    }
}
