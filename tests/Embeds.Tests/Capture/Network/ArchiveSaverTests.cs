using System.Globalization;
using System.Text.Json.Nodes;
using Embeds.Capture.Network;
using Embeds.Quotes;

namespace Embeds.Tests.Capture.Network;

/// <summary>What is given to the archive to be kept, and what comes of its answers.</summary>
public sealed class ArchiveSaverTests(PlatformTown town) : IClassFixture<PlatformTown>
{
    private const string Id = "1465000000000000123";
    private const string Post = "https://x.com/ada_example/status/" + Id;
    private const string Live = $$$$"""{"json":{"__typename":"Tweet","id_str":"{{{{Id}}}}","text":"Lit again","created_at":"2021-11-28T16:49:53.000Z","user":{"id_str":"1","name":"Ada Example","screen_name":"ada_example"}}}""";
    private const string Protected = """{"json":{"__typename":"TweetTombstone","tombstone":{"text":{"text":"You're unable to view this Post because this account owner limits who can view their Posts. Learn more"}}}}""";
    private const string Saved = """{"status":302,"headers":{"Location":"{base}/web/20261124100000/https://x.com/ada_example/status/1465000000000000123"}}""";

    [Fact]
    public async Task Post_that_stands_gets_the_new_copy_as_a_version()
    {
        var (quotes, asked) = await ReadAsync(Live, Saved);

        var version = Assert.Single(Assert.Single(quotes.Blocks).Versions);
        Assert.Equal(("https://web.archive.org/web/20261124100000/" + Post, "2026-11-24T10:00:00Z", "web.archive.org"), (version.Url, version.At, version.Archive));
        Assert.Equal(["web.archive.org/save/" + Post], Saves(asked));
        Assert.DoesNotContain(quotes.Issues, issue => issue.Code.StartsWith("save-", StringComparison.Ordinal));
        Assert.Equal(SealCheck.Intact, quotes.Blocks[0].Verify());
    }

    [Fact]
    public async Task Copy_may_be_named_by_a_header()
    {
        var (quotes, _) = await ReadAsync(Live, $$"""{"headers":{"Content-Location":"/web/20261124100000/{{Post}}"},"body":"saved"}""");

        Assert.Equal("https://web.archive.org/web/20261124100000/" + Post, Assert.Single(quotes.Blocks[0].Versions).Url);
    }

    [Theory]
    [InlineData("""{"body":"<html><body>Your capture will begin in 30 minutes</body></html>"}""", "save-unconfirmed", 1)]
    [InlineData("""{"headers":{"Content-Location":"/web/20261124100000/https://x.com/i/flow/login"},"body":"saved"}""", "save-unconfirmed", 1)]
    [InlineData("""{"status":403,"body":"blocked"}""", "save-http-403", 1)]
    [InlineData("""{"status":404,"body":"not found"}""", "save-http-404", 1)]
    [InlineData("""{"status":429,"body":"slower"}""", "save-http-429", 1)]
    [InlineData("""{"status":503,"body":"maintenance"}""", "save-http-503", 1)]
    [InlineData("""{"does":"truncate","body":"saved or not, who knows"}""", "save-truncated", 1)]
    public async Task Save_that_fails_is_an_issue_and_not_repeated(string answer, string code, int asks)
    {
        var (quotes, asked) = await ReadAsync(Live, answer);

        var issue = Assert.Single(quotes.Issues, i => i.Code.StartsWith("save-", StringComparison.Ordinal));
        Assert.Equal((code, "https://web.archive.org/save/" + Post), (issue.Code, issue.Url));
        Assert.EndsWith(".", issue.Message, StringComparison.Ordinal);
        Assert.Empty(quotes.Blocks[0].Versions);
        Assert.Equal(asks, Saves(asked).Count);
    }

    [Theory]
    [InlineData(Protected, "Protected")]
    [InlineData("""{"json":{"__typename":"TweetTombstone","tombstone":{"text":{"text":"This Post was deleted by the Post author. Learn more"}}}}""", "Deleted")]
    [InlineData("""{"json":{"__typename":"TweetTombstone","tombstone":{"text":{"text":"This Post is from a suspended account. Learn more"}}}}""", "Suspended")]
    [InlineData("""{"json":{}}""", "Gone")]
    [InlineData("""{"status":503,"body":""}""", "Gone")]
    public async Task Post_that_is_not_known_to_stand_is_never_given_to_the_archive(string answer, string state)
    {
        var (quotes, asked) = await ReadAsync(answer, Saved);

        Assert.Equal(state, quotes.Blocks[0].Status.State.ToString());
        Assert.Empty(Saves(asked));
    }

    [Fact]
    public async Task Nothing_is_saved_unless_it_is_asked_for()
    {
        var (_, asked) = await ReadAsync(Live, Saved, options => options.Network.SaveToArchive = false);

        Assert.Empty(Saves(asked));
    }

    [Fact]
    public async Task Post_of_which_a_copy_is_known_is_not_saved_again()
    {
        var (quotes, asked) = await ReadAsync(Live, Saved, options => options.Network.Depth = NetworkDepth.Archives);

        Assert.Empty(Saves(asked));
        Assert.Equal("https://web.archive.org/web/20211202080000/" + Post, Assert.Single(quotes.Blocks[0].Versions).Url);
    }

    [Fact]
    public async Task Only_so_many_posts_of_an_article_are_given_to_the_archive()
    {
        var answers = new JsonObject();
        var article = "";
        for (var i = 0; i < ArchiveSaver.MostPerArticle + 2; i++)
        {
            var id = (1_465_000_000_000_000_200 + i).ToString(CultureInfo.InvariantCulture);
            article += $"<p><a href=\"https://x.com/ada_example/status/{id}\">https://x.com/ada_example/status/{id}</a></p>";
            answers["tweet-result?id=" + id] = JsonNode.Parse(Live.Replace(Id, id, StringComparison.Ordinal));
        }

        answers["save/"] = JsonNode.Parse("""{"status":403,"body":"blocked"}""");
        var (quotes, asked) = await ReadAsync(article, answers);

        Assert.Equal(ArchiveSaver.MostPerArticle, Saves(asked).Count);
        Assert.Equal(2, quotes.Issues.Count(issue => issue.Code == "save-too-many"));
    }

    private static List<string> Saves(IEnumerable<string> asked) => [.. asked.Where(a => a.Contains("/save/", StringComparison.Ordinal))];

    private Task<(ArticleQuotes Quotes, IEnumerable<string> Asked)> ReadAsync(string post, string saved, Action<EmbedArchiverOptions>? change = null) => ReadAsync(
        $"<p><a href=\"{Post}\">{Post}</a></p>",
        new JsonObject
        {
            ["tweet-result"] = JsonNode.Parse(post),
            ["save/"] = JsonNode.Parse(saved),
            ["cdx/search"] = JsonNode.Parse($$"""{"json":[["timestamp","original"],["20211202080000","{{Post}}"]]}"""),
            ["web/2026"] = JsonNode.Parse("""{"body":"<html><body>Lit again</body></html>"}"""),
        },
        change);

    private async Task<(ArticleQuotes Quotes, IEnumerable<string> Asked)> ReadAsync(string article, JsonObject answers, Action<EmbedArchiverOptions>? change = null)
    {
        var asking = TownCase.Of("saving", new JsonObject { ["post"] = Post, ["answers"] = answers });
        var (endpoint, asked) = town.Open(asking);
        var options = PlatformTown.OptionsFor(endpoint, asking);
        options.Network.SaveToArchive = true;
        change?.Invoke(options);
        using var archiver = new EmbedArchiver(options);
        return (await archiver.ReadAsync(article, cancellationToken: TestContext.Current.CancellationToken), asked);
    }
}
