using Embeds.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests;

public sealed class EmbedArchiverTests : IAsyncLifetime
{
    private const string Story = """
        <article><p>So it began.</p><blockquote class="twitter-tweet"><p lang="en">All lamps lit.</p>&mdash; Ada Example (@ada_example)
        <a href="https://twitter.com/ada_example/status/931448500000000001">November 17, 2017</a></blockquote></article>
        """;

    private static readonly string Feed = $"""
        <?xml version="1.0"?><rss version="2.0"><channel><title>Lamps</title><language>en</language>
        <item><title>All lit</title><link>/lit</link><pubDate>Fri, 17 Nov 2017 20:00:00 GMT</pubDate><description><![CDATA[{Story}]]></description></item>
        <item><title>Again</title><link>https://news.example/again</link><description>{System.Net.WebUtility.HtmlEncode(Story)}</description></item>
        <item><title>Nothing</title><link>https://news.example/nothing</link><description>A quiet night.</description></item>
        </channel></rss>
        """;

    private readonly WebApplication _server = Build();

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/story.html", () => Results.Content(Story, "text/html; charset=utf-8"));
        app.MapGet("/feed.xml", () => Results.Content(Feed, "application/rss+xml; charset=utf-8"));
        return app;
    }

    private Uri At(string path) => new(new Uri(_server.Urls.Single()), path);

    private static EmbedArchiverOptions Local() => new() { Http = { AllowPrivateNetwork = true, MaxRetries = 0 }, Network = { Depth = Embeds.Capture.Network.NetworkDepth.Offline } };

    [Fact]
    public void Same_bytes_give_the_same_blocks()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var archiver = new EmbedArchiver(timeProvider: clock);

        Assert.Equal(archiver.Read(Story).Blocks[0].ToJson(), archiver.Read(Story).Blocks[0].ToJson());
        Assert.Equal("2026-01-02T03:04:05Z", archiver.Read(Story).Blocks[0].CapturedAt);
    }

    [Fact]
    public void Every_item_of_a_feed_is_an_article()
    {
        using var archiver = new EmbedArchiver();

        var articles = archiver.ReadAll(System.Text.Encoding.UTF8.GetBytes(Feed), new Uri("https://news.example/feed.xml")).ToList();

        Assert.Equal(["https://news.example/lit", "https://news.example/again", "https://news.example/nothing"], articles.Select(a => a.Article.Url));
        Assert.Equal(["All lit", "Again", "Nothing"], articles.Select(a => a.Article.Title));
        Assert.Equal("2017-11-17T20:00:00+00:00", articles[0].Article.PublishedAt);
        Assert.All(articles, a => Assert.Equal("en", a.Article.Lang));
        Assert.Equal([1, 1, 0], articles.Select(a => a.Blocks.Length));
        Assert.Equal("All lamps lit.", articles[1].Blocks[0].Text.Value);
        Assert.Equal("https://news.example/again", articles[1].Blocks[0].Source.Url);
    }

    [Fact]
    public void Posts_outside_the_article_are_reported_when_asked_for()
    {
        var page = File.ReadAllText(Path.Combine(Support.Fixtures.Root, "carriers", "regions", "surroundings.html"));
        using var usual = new EmbedArchiver(new EmbedArchiverOptions { Recover = false });
        using var everywhere = new EmbedArchiver(new EmbedArchiverOptions { Recover = false, Everywhere = true });

        Assert.Equal(2, usual.Read(page).Blocks.Length);
        Assert.Equal(8, everywhere.Read(page).Blocks.Length);
    }

    [Fact]
    public void Source_that_is_no_feed_is_one_article()
    {
        using var archiver = new EmbedArchiver();

        Assert.Single(Assert.Single(archiver.ReadAll(System.Text.Encoding.UTF8.GetBytes(Story))).Blocks);
    }

    [Fact]
    public void Item_that_cannot_be_read_costs_no_other()
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromTicks(1), Recover = false });
        var deep = string.Concat(Enumerable.Repeat("&lt;b>", 5_000)) + "&lt;iframe src=https://www.youtube.com/embed/abc12345678>&lt;/iframe>";
        var feed = $"<rss><channel><item><description>{deep}</description></item><item><description>Fine.</description></item></channel></rss>";

        var articles = archiver.ReadAll(System.Text.Encoding.UTF8.GetBytes(feed)).ToList();

        Assert.Equal("parse-deadline", Assert.Single(articles[0].Issues).Code);
        Assert.Empty(articles[1].Issues);
    }

    [Fact]
    public void Feed_is_not_taken_for_one_article()
    {
        using var archiver = new EmbedArchiver();

        Assert.Equal("feed", Assert.Throws<ArticleUnreadableException>(() => archiver.Read(Feed)).Code);
    }

    [Fact]
    public async Task Feed_from_the_network_gives_an_outcome_for_each_item()
    {
        using var archiver = new EmbedArchiver(Local());

        var outcomes = new List<ArticleOutcome>();
        await foreach (var outcome in archiver.ArchiveManyAsync([At("/feed.xml")], TestContext.Current.CancellationToken))
            outcomes.Add(outcome);
        var articles = new List<string?>();
        await foreach (var article in archiver.ArchiveAllAsync(At("/feed.xml"), TestContext.Current.CancellationToken))
            articles.Add(article.Article.Url);

        Assert.All(outcomes, o => Assert.Equal(At("/feed.xml"), o.Source.Url));
        Assert.Equal([At("/lit").AbsoluteUri, "https://news.example/again", "https://news.example/nothing"], outcomes.Select(o => o.Quotes!.Article.Url));
        Assert.Equal(outcomes.Select(o => o.Quotes!.Article.Url), articles);
    }

    [Fact]
    public async Task Article_from_the_network_gives_the_blocks_of_the_article_at_hand()
    {
        using var archiver = new EmbedArchiver(Local());

        var fetched = await archiver.ArchiveAsync(At("/story.html"), TestContext.Current.CancellationToken);

        var atHand = archiver.Read(Story);
        Assert.Equal(atHand.Blocks.Single().Text.Value, fetched.Blocks.Single().Text.Value);
        Assert.Equal(At("/story.html").AbsoluteUri, fetched.Article.Url);
    }

    [Fact]
    public async Task Private_address_is_refused_by_default()
    {
        using var archiver = new EmbedArchiver();

        var error = await Assert.ThrowsAsync<ArticleUnreadableException>(() => archiver.ArchiveAsync(At("/story.html"), TestContext.Current.CancellationToken));

        Assert.Equal(("refused-address", false), (error.Code, error.IsNetwork));
    }

    [Fact]
    public async Task One_failed_article_of_many_loses_no_other()
    {
        using var archiver = new EmbedArchiver(Local());
        var outcomes = new List<ArticleOutcome>();

        await foreach (var outcome in archiver.ArchiveManyAsync([At("/story.html"), At("/gone.html"), At("/story.html")], TestContext.Current.CancellationToken))
            outcomes.Add(outcome);

        Assert.Equal(2, outcomes.Count(o => o.Quotes?.Blocks.Length == 1));
        Assert.Equal("http-404", outcomes.Single(o => o.Error is not null).Error!.Code);
    }

    [Fact]
    public async Task Breaking_off_many_stops_the_work()
    {
        using var archiver = new EmbedArchiver(Local());
        var asked = 0;
        IEnumerable<Uri> Endless()
        {
            while (true)
            {
                asked++;
                yield return At("/story.html");
            }
        }

        await foreach (var _ in archiver.ArchiveManyAsync(Endless(), TestContext.Current.CancellationToken))
            break;

        var after = asked;
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(after, asked);
    }

    [Fact]
    public async Task Host_gets_an_archiver_from_its_services()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddEmbeds(o => (o.Http.AllowPrivateNetwork, o.Network.Depth) = (true, Embeds.Capture.Network.NetworkDepth.Offline)).BuildServiceProvider();

        var quotes = await services.GetRequiredService<EmbedArchiver>().ArchiveAsync(At("/story.html"), TestContext.Current.CancellationToken);

        Assert.Single(quotes.Blocks);
    }

    [Fact]
    public void Option_out_of_range_is_refused_at_once()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new EmbedArchiver(new EmbedArchiverOptions { MinConfidence = 101 }));

        Assert.Contains("from 0 to 100", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_changed_later_change_nothing()
    {
        var options = new EmbedArchiverOptions();
        using var archiver = new EmbedArchiver(options);
        options.MaxArticleBytes = 1;

        Assert.Single(archiver.Read(Story).Blocks);
    }

    [Fact]
    public void Reader_that_throws_loses_only_its_own_embed()
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Platforms = { new BrokenPlatform() } });

        var quotes = archiver.Read("<div class=broken>?</div>" + Story);

        Assert.Single(quotes.Blocks);
        Assert.Equal("reader-failed", Assert.Single(quotes.Issues).Code);
    }

    [Theory]
    [InlineData("<blockquote class=\"twitter-tweet\"><p>\uD83D lamps</p>— \uDE00 Ada (@ada_example) <a href=\"https://twitter.com/ada_example/status/931448500000000001\">x</a></blockquote>")]
    [InlineData("Tweet: We saw \uD83D all the lamps, and we liked them #lamps")]
    public void Half_a_surrogate_pair_loses_no_block(string article)
    {
        using var archiver = new EmbedArchiver();

        Assert.Contains('\uFFFD', Assert.Single(archiver.Read(article).Blocks).Text.Value);
    }

    private sealed class BrokenPlatform : Platform
    {
        public override string Id => "broken";

        public override string Name => "Broken";

        public override System.Collections.Immutable.ImmutableArray<string> Domains => ["broken.example"];

        public override System.Collections.Immutable.ImmutableArray<EmbedMark> Marks => [EmbedMark.Class("broken")];

        public override PostLink? ReadLink(WebAddress address) => null;

        public override EmbedReading? ReadMarkup(AngleSharp.Dom.IElement element) => throw new InvalidOperationException("no idea");
    }
}
