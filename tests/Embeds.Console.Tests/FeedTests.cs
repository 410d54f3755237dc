using System.Net;
using Embeds.ConsoleTests.Support;
using Microsoft.AspNetCore.Http;

namespace Embeds.ConsoleTests;

/// <summary>A feed is one source with several articles.</summary>
public sealed class FeedTests
{
    private static readonly string Feed = $"""
        <?xml version="1.0"?><rss version="2.0"><channel><title>Quays</title><language>en</language>
        <item><title>The ferry</title><link>https://news.example/ferry</link><description>{WebUtility.HtmlEncode(Pages.OnePost)}</description></item>
        <item><title>No news</title><link>https://news.example/none</link><description>A quiet week.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Json_is_an_array_of_the_items()
    {
        var run = await Run.WithInput(Feed, "-", "-f", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var articles = run.Json.EnumerateArray().ToList();
        Assert.All(articles, a => Assert.Equal("-", a.GetProperty("source").GetString()));
        Assert.Equal(["https://news.example/ferry", "https://news.example/none"], articles.Select(a => a.GetProperty("article").GetProperty("url").GetString()));
        Assert.Equal(["The ferry", "No news"], articles.Select(a => a.GetProperty("article").GetProperty("title").GetString()));
        Assert.Equal("x:1106264258717634310", Assert.Single(articles[0].GetProperty("blocks").EnumerateArray()).GetProperty("key").GetString());
    }

    [Fact]
    public async Task Ndjson_is_one_item_a_line()
    {
        using var folder = new TestFolder();
        var file = folder.File("feed.html", Feed);

        var run = await Run.Of(file, "-f", "ndjson", "--offline");

        Assert.Equal((0, 2), (run.ExitCode, run.Lines.Length));
    }

    [Fact]
    public async Task Summary_tells_of_each_item()
    {
        var run = await Run.WithInput(Feed, "-");

        Assert.Contains("The ferry\nhttps://news.example/ferry · 1 quote\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("No news\nhttps://news.example/none · 0 quotes\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_on_the_web_is_read_as_one_at_hand()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(Feed);
        });

        var run = await Run.Of(server.Url("/feed"), "--allow-private-network", "-f", "ndjson");

        Assert.Equal((0, 2), (run.ExitCode, run.Lines.Length));
    }

    [Fact]
    public async Task Feed_without_posts_is_told_once()
    {
        var run = await Run.WithInput("<rss><channel><item><description>Calm.</description></item><item><description>Calm.</description></item></channel></rss>", "-", "-f", "ndjson");

        Assert.Equal((0, "embeds: standard input: None of its articles quotes a post.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Feed_is_rewritten_as_the_one_file_that_it_is()
    {
        var run = await Run.WithInput(Feed, "rewrite", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(Feed[..40], run.Output, StringComparison.Ordinal);
        Assert.Contains("quote-block", run.Output, StringComparison.Ordinal);
    }
}
