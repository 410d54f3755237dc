using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Embeds.ConsoleTests.Support;
using Microsoft.AspNetCore.Http;

namespace Embeds.ConsoleTests;

/// <summary>What the command asks about posts, and what it does when nobody answers.</summary>
public sealed class NetworkTests
{
    private const string Id = "1106264258717634310";
    private const string Picture = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private const string Record = $$"""
        {"__typename":"Tweet","id_str":"{{Id}}","text":"The ferry is back.","created_at":"2019-03-14T18:49:53.000Z","user":{"id_str":"1","name":"Pia Hollow","screen_name":"pia_hollow_ex"},
         "mediaDetails":[{"type":"photo","media_url_https":"https://pictures.example/ferry.gif","ext_alt_text":"A ferry"}]}
        """;

    [Fact]
    public async Task Run_connects_to_nothing_but_what_it_is_meant_to_ask()
    {
        using var folder = new TestFolder();
        var asked = new ConcurrentQueue<string>();
        await using var server = await TestServer.StartAsync(context => AnswerAsync(context, asked));

        var (run, connections) = await Run.Watched(
            folder.Path("connections.txt"),
            [server.Url("/story"), "--allow-private-network", "-f", "json", "--network", "archives", "--save-now", "--media", folder.Path("media"), "--cache", folder.Path("cache"), .. Everything(server)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("live", run.Json.GetProperty("blocks")[0].GetProperty("status").GetProperty("state").GetString());
        Assert.Equal(
            [
                "/story",
                "publish.twitter.com/oembed",
                "cdn.syndication.twimg.com/tweet-result",
                "web.archive.org/cdx/search/cdx",
                "web.archive.org/cdx/search/cdx",
                "web.archive.org/cdx/search/cdx",
                $"web.archive.org/save/https://x.com/pia_hollow_ex/status/{Id}",
                "pictures.example/ferry.gif",
            ],
            asked);
        Assert.NotEmpty(connections);
        Assert.All(connections, connection => Assert.Equal(new Uri(server.Url()).Authority, connection));
    }

    [Fact]
    public async Task Offline_makes_no_connection_and_looks_no_name_up()
    {
        using var folder = new TestFolder();
        await using var server = await TestServer.StartAsync(context => AnswerAsync(context, []));

        var (run, connections) = await Run.Watched(
            folder.Path("connections.txt"),
            [folder.File("story.html", Pages.OnePost), "--offline", "-f", "json", "--base-url", "https://news.example/story", "--media", folder.Path("media"), "--cache", folder.Path("cache"), .. Everything(server)]);

        Assert.Equal((0, 1), (run.ExitCode, run.Json.GetProperty("blocks").GetArrayLength()));
        Assert.Empty(connections);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Saving_without_asking_is_refused()
    {
        using var folder = new TestFolder();

        var run = await Run.Of(folder.File("story.html", Pages.OnePost), "--offline", "--save-now");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("leave out --offline", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("hangs")]
    [InlineData("breaks")]
    public async Task Network_that_is_down_leaves_what_the_article_holds_and_exit_code_4(string how)
    {
        using var folder = new TestFolder();
        var story = folder.File("story.html", Pages.OnePost);
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (how == "hangs")
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            context.Abort();
        });
        var base_ = how == "refuses" ? $"http://127.0.0.1:{ClosedPort()}" : server.Url();

        var run = await Run.Of(story, "-f", "json", "--now", "2026-11-24T10:00:00Z", "--network", "complete", "--retries", "1", "--timeout", "0.5", "--endpoint", "x=" + base_);
        var offline = await Run.Of(story, "-f", "json", "--now", "2026-11-24T10:00:00Z", "--offline");

        Assert.Equal(4, run.ExitCode);
        var (block, alone) = (run.Json.GetProperty("blocks")[0], offline.Json.GetProperty("blocks")[0]);
        Assert.All((string[])["key", "url", "text", "author", "published", "source"], field => Assert.Equal(alone.GetProperty(field).ToString(), block.GetProperty(field).ToString()));
        Assert.Contains(run.Json.GetProperty("issues").EnumerateArray(), issue => issue.GetProperty("code").GetString() == "network-down");
    }

    [Theory]
    [InlineData("article")]
    [InlineData("post")]
    public async Task Stopped_while_a_server_drips_it_ends_soon_and_what_was_finished_is_whole(string what)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var folder = new TestFolder();
        var output = folder.Path("quotes.ndjson");
        await using var server = await TestServer.StartAsync(DripAsync);
        var sources = new[] { Run.Article("faro-viejo.html"), what == "article" ? server.Url("/slow") : folder.File("story.html", Pages.OnePost) };
        var list = folder.File("list.txt", string.Join('\n', sources));
        string[] asking = what == "article" ? ["--network", "offline"] : ["--network", "complete", .. Everything(server)];

        // The first article quotes posts of X, too; with dripping answers neither would ever be finished.
        if (what == "post")
            list = folder.File("list.txt", string.Join('\n', folder.File("none.html", Pages.NoPost), sources[1]));
        var run = await Run.Interrupted(
            "INT",
            async _ =>
            {
                await server.Asked;
                while (!File.Exists(output) || new FileInfo(output).Length == 0)
                    await Task.Delay(20, TestContext.Current.CancellationToken);
            },
            ["--from", list, "--allow-private-network", "-f", "ndjson", "-o", output, "--resume", "--timeout", "600", .. asking]);

        Assert.Equal(130, run.ExitCode);
        var line = Assert.Single(File.ReadAllText(output).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith("}\n", File.ReadAllText(output), StringComparison.Ordinal);
        Assert.Equal("quoteblocks/1", System.Text.Json.JsonElement.Parse(line).GetProperty("schema").GetString());
        // The server would go on for an hour. Within a second is what is promised; a busy machine gets ten.
        Assert.InRange(run.AfterSignal, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static string[] Everything(TestServer server) => ["--endpoint", "x=" + server.Url(), "--endpoint", "archive=" + server.Url(), "--endpoint", "media=" + server.Url()];

    private static async Task DripAsync(HttpContext context)
    {
        for (var i = 0; i < 36_000; i++)
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(100, context.RequestAborted);
        }
    }

    private static Task AnswerAsync(HttpContext context, ConcurrentQueue<string> asked)
    {
        var address = context.Request.Headers["X-Forwarded-Host"] + context.Request.Path.Value;
        asked.Enqueue(address);
        switch (address)
        {
            case "/story":
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(Pages.OnePost);
            case "publish.twitter.com/oembed":
                return context.Response.WriteAsync("""{"type":"rich","version":"1.0","author_name":"Pia Hollow","html":""}""");
            case "cdn.syndication.twimg.com/tweet-result":
                return context.Response.WriteAsync(Record);
            case "web.archive.org/cdx/search/cdx":
                return context.Response.WriteAsync("[]");
            case "pictures.example/ferry.gif":
                return context.Response.Body.WriteAsync(Convert.FromBase64String(Picture)).AsTask();
            default:
                context.Response.StatusCode = 403;
                return Task.CompletedTask;
        }
    }

    private static string ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
