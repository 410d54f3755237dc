using System.Collections.Concurrent;
using System.Globalization;
using Embeds.Capture.Network;
using Embeds.Quotes;

namespace Embeds.Tests.Capture.Network;

public sealed class ArticleNetworkTests
{
    private const long FirstId = 1_465_000_000_000_000_000;

    [Fact(Timeout = 300_000)]
    public async Task Chaos_loses_no_article_and_no_field_that_the_article_held()
    {
        const int articles = 1000;
        const int perSecond = 2000;
        var handler = new UncertainHandler(failPercent: 30, seed: 20_261_124);
        using var client = new HttpClient(handler);
        var options = Options();
        options.Network.RequestsAtOncePerHost = 4;
        options.Network.RequestsPerSecondPerHost = perSecond;
        options.Http.TimeoutPerTry = TimeSpan.FromMilliseconds(200);
        using var archiver = new EmbedArchiver(options, client);
        using var offline = new EmbedArchiver(options);
        var outcomes = new ConcurrentDictionary<int, ArticleQuotes>();

        await Parallel.ForEachAsync(Enumerable.Range(0, articles), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, stop) =>
            outcomes[i] = await archiver.ReadAsync(Article(i * 5, 5), cancellationToken: stop));

        Assert.Equal(articles, outcomes.Count);
        Assert.All(outcomes, outcome => AssertHolds(offline.Read(Article(outcome.Key * 5, 5)), outcome.Value));
        Assert.All(handler.MostAtOnce, host => Assert.InRange(host.Value, 1, 4));
        Assert.All(handler.Begun.Values, AssertInTurn);
        Assert.All(outcomes.Values, AssertSaysWhy);
        Assert.All(outcomes.Values.SelectMany(o => o.Issues).Where(i => i.Code is not (ArticleLooks.DownCode or "network-budget")), issue =>
        {
            Assert.NotNull(issue.Url);
            Assert.EndsWith(".", issue.Message, StringComparison.Ordinal);
        });
        var states = outcomes.Values.SelectMany(o => o.Blocks).Select(b => b.Status.State).ToList();
        Assert.DoesNotContain(PostState.Deleted, states);
        Assert.InRange(states.Count(s => s == PostState.Live), articles * 4, articles * 5);

        // Each request has its turn, so many a second, and none begins before it; a timer may be a little early.
        void AssertInTurn(ConcurrentQueue<TimeSpan> begun) => Assert.All(begun.Order().Index(), request =>
            Assert.True(request.Item + TimeSpan.FromMilliseconds(50) >= TimeSpan.FromSeconds(1.0 / perSecond) * request.Index, $"Request {request.Index} began after {request.Item}."));
    }

    /// <summary>For each post that was not found to stand there is an issue with the address that failed.</summary>
    private static void AssertSaysWhy(ArticleQuotes quotes) => Assert.All(quotes.Blocks.Where(b => b.Status.State != PostState.Live), block =>
        Assert.Contains(quotes.Issues, issue => issue.Url?.Contains(block.NativeId!, StringComparison.Ordinal) == true && issue.Code.Length > 0));

    [Fact]
    public async Task Everything_down_gives_what_the_article_holds_and_says_so()
    {
        var options = Options();
        using var down = new HttpClient(new DownHandler());
        using var archiver = new EmbedArchiver(options, down);

        var quotes = await archiver.ReadAsync(Article(0, 5), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(quotes.Issues, i => i.Code == ArticleLooks.DownCode);
        Assert.All(quotes.Blocks, b => Assert.Equal(PostState.Unreachable, b.Status.State));
        AssertHolds(archiver.Read(Article(0, 5)), quotes);
    }

    [Fact]
    public async Task Post_that_ten_thousand_articles_embed_is_asked_once()
    {
        var handler = new UncertainHandler(failPercent: 0, seed: 0);
        using var client = new HttpClient(handler);
        using var archiver = new EmbedArchiver(Options(), client);
        var article = Article(0, 1);

        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), TestContext.Current.CancellationToken, async (_, stop) =>
            Assert.Equal(PostState.Live, (await archiver.ReadAsync(article, cancellationToken: stop)).Blocks[0].Status.State));

        Assert.Equal(handler.Asked.Count, handler.Requests);
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task Offline_makes_no_request()
    {
        var handler = new UncertainHandler(failPercent: 0, seed: 0);
        using var client = new HttpClient(handler);
        var options = Options();
        options.Network.Depth = NetworkDepth.Offline;
        options.Network.MediaDirectory = "never-made";
        using var archiver = new EmbedArchiver(options, client);

        await archiver.ReadAsync(Article(0, 5), cancellationToken: TestContext.Current.CancellationToken);
        archiver.Read(Article(0, 5));

        Assert.Equal(0, handler.Requests);
        Assert.False(Directory.Exists("never-made"));
    }

    [Fact]
    public async Task Confirming_stops_at_the_first_source_that_knows()
    {
        var handler = new UncertainHandler(failPercent: 0, seed: 0);
        using var client = new HttpClient(handler);
        var options = Options();
        options.Network.Depth = NetworkDepth.Confirm;
        using var archiver = new EmbedArchiver(options, client);

        await archiver.ReadAsync(Article(0, 3), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, handler.Requests);
    }

    [Fact]
    public async Task Budget_ends_the_asking_and_not_the_capture()
    {
        var handler = new UncertainHandler(failPercent: 0, seed: 0);
        using var client = new HttpClient(handler);
        var options = Options();
        options.Network.MaxRequestsPerArticle = 4;
        using var archiver = new EmbedArchiver(options, client);

        var quotes = await archiver.ReadAsync(Article(0, 10), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(4, handler.Requests);
        Assert.Equal(10, quotes.Blocks.Length);
        Assert.Contains(quotes.Issues, i => i.Code == "network-budget");
    }

    [Fact]
    public async Task Key_goes_with_the_request_and_into_nothing_else()
    {
        var handler = new UncertainHandler(failPercent: 0, seed: 0);
        using var client = new HttpClient(handler);
        var options = Options();
        options.Platforms.Add(new KeyedPlatform());
        options.Network.Keys["keyed"] = "s3cret-key";
        using var archiver = new EmbedArchiver(options, client);

        var quotes = await archiver.ReadAsync("<p><a href=\"https://keyed.example/p/1\">https://keyed.example/p/1</a></p>", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["https://keyed.example/api?id=1&access_token=s3cret-key"], handler.Asked);
        Assert.DoesNotContain("s3cret-key", quotes.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facebook", "https://www.facebook.com/harbour.example/posts/1234567890123456", "graph.facebook.com")]
    [InlineData("instagram", "https://www.instagram.com/p/C4IOBaTgDA5/", "graph.facebook.com")]
    [InlineData("threads", "https://www.threads.com/@ada.example/post/C4IOBaTgAMJ", "graph.threads.com")]
    public async Task Key_that_Meta_takes_is_needed_for_nothing_and_shown_to_its_endpoint_alone(string platform, string post, string endpoint)
    {
        const string key = "1234|s3cret-key";
        var (with, without) = (new UncertainHandler(failPercent: 0, seed: 0), new UncertainHandler(failPercent: 0, seed: 0));

        var keyed = await AskAsync(with, options => options.Network.Keys[platform] = key);
        await AskAsync(without, _ => { });

        var shown = Assert.Single(with.Asked, url => url.Contains("s3cret", StringComparison.Ordinal));
        Assert.Equal(endpoint, new Uri(shown).Host);
        Assert.DoesNotContain("s3cret", keyed.ToJson(), StringComparison.Ordinal);
        Assert.Equal(with.Asked.Select(url => url.Replace("&access_token=1234%7Cs3cret-key", "", StringComparison.Ordinal)).Order(), without.Asked.Order());

        async Task<ArticleQuotes> AskAsync(UncertainHandler handler, Action<EmbedArchiverOptions> configure)
        {
            using var client = new HttpClient(handler);
            var options = Options();
            configure(options);
            using var archiver = new EmbedArchiver(options, client);
            return await archiver.ReadAsync($"<p><a href=\"{post}\">{post}</a></p>", cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting()
    {
        using var client = new HttpClient(new HangingHandler());
        using var archiver = new EmbedArchiver(Options(), client);
        using var stop = new CancellationTokenSource();

        var reading = archiver.ReadAsync(Article(0, 5), cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static EmbedArchiverOptions Options()
    {
        var options = new EmbedArchiverOptions { Recover = false };
        options.Http.MaxRetries = 2;
        options.Http.RetryBaseDelay = TimeSpan.Zero;
        options.Network.RequestsPerSecondPerHost = 10_000;
        options.Network.RequestsAtOncePerHost = 64;
        return options;
    }

    private static string Article(int first, int posts) => string.Concat(Enumerable.Range(first, posts).Select(i =>
    {
        var id = (FirstId + i).ToString(CultureInfo.InvariantCulture);
        return $"<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Post {id}</p>&mdash; Ada Example (@ada_example) <a href=\"https://twitter.com/ada_example/status/{id}\">November 28, 2021</a></blockquote>";
    }));

    /// <summary>Every value of the offline blocks stands in the others too, but for what a look is meant to change.</summary>
    private static void AssertHolds(ArticleQuotes offline, ArticleQuotes online)
    {
        Assert.Equal(offline.Blocks.Select(b => b.Key), online.Blocks.Select(b => b.Key));
        foreach (var (before, after) in offline.Blocks.Zip(online.Blocks))
        {
            Assert.Equal(before.Text.Value, after.Text.Value);
            Assert.Equal(before.Text.Lang, after.Text.Lang);
            Assert.Equal(before.Author.Name, after.Author.Name);
            Assert.Equal(before.Author.Handle, after.Author.Handle);
            Assert.Equal(before.Published.At, after.Published.At);
            Assert.Equal(before.Published.AsShown, after.Published.AsShown);
            Assert.Equal(before.Url, after.Url);
            Assert.Equal(SealCheck.Intact, after.Verify());
        }
    }

    private sealed class DownHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
    }

    private sealed class HangingHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
