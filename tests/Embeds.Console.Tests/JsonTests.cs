using System.Text.Json;
using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class JsonTests
{
    private const string Now = "2026-11-24T10:00:00Z";

    [Fact]
    public async Task One_source_is_one_document_as_the_contract_has_it()
    {
        var path = Run.Article("harbour-lights.html");

        var json = (await Run.Of(path, "--offline", "-f", "json", "--now", Now)).Json;

        Assert.Equal("quoteblocks/1", Text(json, "schema"));
        Assert.Equal(path, Text(json, "source"));
        Assert.Equal(["article", "blocks", "issues", "schema", "source"], Names(json));
        var article = json.GetProperty("article");
        Assert.Equal(["canonical_url", "lang", "retrieved_at", "sha256", "title", "url"], Names(article));
        Assert.Equal("https://courier.example/2019/03/last-lamp", Text(article, "canonical_url"));
        Assert.Equal("The last lamp on Wendle Mole", Text(article, "title"));
        Assert.Equal("en", Text(article, "lang"));
        Assert.Equal(Now, Text(article, "retrieved_at"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))), Text(article, "sha256"));
        Assert.Equal(JsonValueKind.Null, article.GetProperty("url").ValueKind);
        Assert.Equal(
            [
                "x:1106264258717634310", "facebook:2204871996410357", "instagram:BvBaNHT7wNn", "x:1106453156508470388", "youtube:wM0leL1ghts",
                "x:1106668904375610498", "youtube:p3t1t10nLmp",
            ],
            Blocks(json).Select(block => Text(block, "key")).Take(7));
        Assert.All(Blocks(json), block => Assert.Equal(Now, Text(block, "captured_at")));
        Assert.Equal(Enumerable.Range(0, Blocks(json).Length), Blocks(json).Select(block => block.GetProperty("source").GetProperty("ordinal").GetInt32()));
    }

    [Fact]
    public async Task Two_runs_at_one_time_give_the_same_bytes()
    {
        string[] words = [Run.Article("harbour-lights.html"), Run.Article("faro-viejo.html"), "-f", "json", "--now", Now];

        Assert.Equal((await Run.Of(words)).Output, (await Run.Of(words)).Output);
    }

    [Fact]
    public async Task Several_sources_are_an_array_in_their_order_failed_ones_included()
    {
        var run = await Run.Of(Run.Article("faro-viejo.html"), "missing.html", Run.Article("harbour-lights.html"), "-f", "json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            [Run.Article("faro-viejo.html"), "missing.html", Run.Article("harbour-lights.html")],
            run.Json.EnumerateArray().Select(entry => Text(entry, "source")));
        Assert.Equal("not-found", Text(run.Json[1].GetProperty("error"), "code"));
        Assert.Equal("embeds: missing.html: There is no such file.\n", run.Errors);
    }

    [Fact]
    public async Task One_source_that_fails_writes_nothing()
    {
        var run = await Run.Of("missing.html", "-f", "json");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Ndjson_is_one_line_a_source_failed_ones_included()
    {
        var run = await Run.Of(Run.Article("faro-viejo.html"), "missing.html", Run.Article("harbour-lights.html"), "-f", "ndjson");

        var entries = run.Lines.Select(line => JsonElement.Parse(line)).ToDictionary(entry => Text(entry, "source")!, StringComparer.Ordinal);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(3, entries.Count);
        Assert.Equal("There is no such file.", Text(entries["missing.html"].GetProperty("error"), "message"));
        Assert.NotEmpty(Blocks(entries[Run.Article("harbour-lights.html")]));
    }

    [Fact]
    public async Task Blocks_of_json_and_ndjson_are_the_same_bytes()
    {
        string[] words = [Run.Article("harbour-lights.html"), "--now", Now];

        Assert.Equal((await Run.Of([.. words, "-f", "json"])).Output, (await Run.Of([.. words, "-f", "ndjson"])).Output);
    }

    [Fact]
    public async Task Article_without_a_post_has_no_blocks()
    {
        var run = await Run.WithInput(Pages.NoPost, "-", "-f", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(Blocks(run.Json));
        Assert.Equal("-", Text(run.Json, "source"));
        Assert.Equal("embeds: standard input: The article quotes no post.\n", run.Errors);
    }

    [Fact]
    public async Task Base_url_is_the_articles_address()
    {
        var json = (await Run.WithInput(Pages.OnePost, "-", "-f", "json", "--base-url", "https://news.example/ferry")).Json;

        Assert.Equal("https://news.example/ferry", Text(json.GetProperty("article"), "url"));
        Assert.Equal("https://news.example/ferry", Text(Blocks(json).Single().GetProperty("source"), "url"));
    }

    [Fact]
    public async Task Everywhere_takes_the_sidebar_too()
    {
        var usual = (await Run.Of(Run.Article("harbour-lights.html"), "-f", "json")).Json;
        var all = (await Run.Of(Run.Article("harbour-lights.html"), "-f", "json", "--everywhere")).Json;

        Assert.DoesNotContain("x:1106270147825774143", Blocks(usual).Select(block => Text(block, "key")));
        Assert.Contains("x:1106270147825774143", Blocks(all).Select(block => Text(block, "key")));
    }

    [Fact]
    public async Task No_recover_leaves_out_what_lost_its_embed()
    {
        var run = await Run.Of(Run.Article("harbour-lights.html"), "-f", "json", "--no-recover");

        Assert.Equal(7, Blocks(run.Json).Length);
    }

    [Fact]
    public async Task Min_confidence_leaves_out_what_is_less_sure()
    {
        var usual = (await Run.Of(Run.Article("harbour-lights.html"), "-f", "json")).Json;
        var sure = (await Run.Of(Run.Article("harbour-lights.html"), "-f", "json", "--min-confidence", "95")).Json;

        Assert.Equal(9, Blocks(usual).Length);
        Assert.Equal(8, Blocks(sure).Length);
    }

    private static JsonElement[] Blocks(JsonElement document) => [.. document.GetProperty("blocks").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);
}
