using System.Text.Json.Nodes;
using Embeds.Capture.Network;
using Embeds.Quotes;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Capture.Network;

/// <summary>What an article's own copies in an archive do for quotes that lost their embed. Cases are files: <c>tests/Fixtures/copies/CASE.json</c>.</summary>
public sealed class ArticleCopiesTests(PlatformTown town) : IClassFixture<PlatformTown>
{
    private static readonly string[] Fields = ["key", "url", "author", "published", "versions", "status"];

    public static IEnumerable<TheoryDataRow<string>> Cases() => TownCase.All("copies").Select(c => new TheoryDataRow<string>(c.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Copy_gives_what_its_file_expects(string name)
    {
        var copied = TownCase.Read(name, "copies");
        var (endpoint, asked) = town.Open(copied);

        var quotes = await ReadAsync(copied, endpoint, copied.Article, new Uri(copied.Post));

        var got = Result(quotes, asked);
        if (Support.Fixtures.Rewrite)
            copied.Expect(got);
        Assert.True(JsonNode.DeepEquals(got, copied.Expected), $"{name} gave\n{TownCase.Show(got)}\ninstead of\n{TownCase.Show(copied.Expected)}");
        Assert.All(quotes.Blocks, block => Assert.Equal(SealCheck.Intact, block.Verify()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://newsroom.local/2021/12/ferry")]
    [InlineData("http://10.0.0.7/2021/12/ferry")]
    public async Task Article_without_a_public_address_is_nothing_to_ask_an_archive_about(string? address)
    {
        var copied = TownCase.Read("embed-in-copy", "copies");
        var (endpoint, asked) = town.Open(copied);

        await ReadAsync(copied, endpoint, copied.Article, address is null ? null : new Uri(address));

        Assert.Empty(asked);
    }

    [Fact]
    public async Task Plain_text_finds_its_posts_in_the_copies_of_the_page_that_it_was()
    {
        var copied = TownCase.Read("embed-in-copy", "copies");
        var (endpoint, _) = town.Open(copied);

        var quotes = await ReadAsync(copied, endpoint, "So glad the ferry is back after the long winter, and that the school boat runs again!\n\n— Ada Example (@ada_example) November 28, 2021\n", new Uri(copied.Post));

        Assert.Equal("x:1465000000000000123", Assert.Single(quotes.Blocks).Key);
    }

    [Fact]
    public async Task Upgraded_block_names_the_recovered_one()
    {
        var copied = TownCase.Read("embed-in-copy", "copies");
        var (endpoint, _) = town.Open(copied);
        using var offline = Archiver(copied, endpoint);

        var before = Assert.Single(offline.Read(copied.Article, new Uri(copied.Post)).Blocks);
        var after = Assert.Single((await ReadAsync(copied, endpoint, copied.Article, new Uri(copied.Post))).Blocks);

        Assert.NotNull(before.Recovery);
        Assert.Null(after.Recovery);
        Assert.Equal(before.Integrity!.Sha256, after.Integrity!.Previous);
        Assert.Equal(before.Source.Selectors, after.Source.Selectors);
    }

    [Fact]
    public async Task Without_archives_no_copy_is_asked_for()
    {
        var copied = TownCase.Read("embed-in-copy", "copies");
        var (endpoint, asked) = town.Open(copied);

        await ReadAsync(copied, endpoint, copied.Article, new Uri(copied.Post), options => options.Network.Depth = NetworkDepth.Complete);

        Assert.Empty(asked);
    }

    [Fact]
    public async Task Spent_budget_leaves_the_quote_as_it_is()
    {
        var copied = TownCase.Read("embed-in-copy", "copies");
        var (endpoint, asked) = town.Open(copied);

        var quotes = await ReadAsync(copied, endpoint, copied.Article, new Uri(copied.Post), options => options.Network.MaxRequestsPerArticle = 1);

        Assert.Single(asked);
        Assert.NotNull(Assert.Single(quotes.Blocks).Recovery);
        Assert.Equal(["network-budget"], quotes.Issues.Select(issue => issue.Code));
    }

    private static async Task<ArticleQuotes> ReadAsync(TownCase copied, Uri endpoint, string article, Uri? address, Action<EmbedArchiverOptions>? change = null)
    {
        using var archiver = Archiver(copied, endpoint, change);
        return await archiver.ReadAsync(article, address, TestContext.Current.CancellationToken);
    }

    private static EmbedArchiver Archiver(TownCase copied, Uri endpoint, Action<EmbedArchiverOptions>? change = null)
    {
        var options = PlatformTown.OptionsFor(endpoint, copied);
        options.Recover = true;
        change?.Invoke(options);
        return new EmbedArchiver(options, timeProvider: new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));
    }

    private static JsonObject Result(ArticleQuotes quotes, IEnumerable<string> asked) => new()
    {
        ["issues"] = new JsonArray([.. quotes.Issues.Select(i => (JsonNode)i.Code)]),
        ["asked"] = new JsonArray([.. asked.Select(a => (JsonNode)a)]),
        ["blocks"] = new JsonArray([.. quotes.Blocks.Select(Shown)]),
    };

    private static JsonNode Shown(QuoteBlock block)
    {
        var json = (JsonObject)JsonNode.Parse(block.ToJson())!;
        var shown = new JsonObject { ["recovered"] = block.Recovery is not null };
        foreach (var field in Fields)
        {
            if (json[field] is { } value)
                shown[field] = value.DeepClone();
        }

        shown["provenance"] = new JsonObject(block.Provenance.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)$"{p.Value.Via} {p.Value.Rule} {p.Value.Confidence}")));
        shown["history"] = new JsonArray([.. block.History.Select(h => (JsonNode)h.Observation!.State.ToString())]);
        return shown;
    }
}
