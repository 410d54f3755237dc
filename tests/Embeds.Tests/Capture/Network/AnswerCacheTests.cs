using Embeds.Capture.Http;
using Embeds.Capture.Network;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Capture.Network;

public sealed class AnswerCacheTests : IDisposable
{
    private const string Url = "https://api.example/post?id=1";
    private readonly string _directory = Directory.CreateTempSubdirectory("embeds-cache-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Answer_comes_back_as_it_was_until_its_time_is_over()
    {
        var found = await KeptAsync(Answer("{\"cache_age\":\"60\"}"));

        Assert.Equal("{\"cache_age\":\"60\"}", System.Text.Encoding.UTF8.GetString(found!.Resource.Body.Span));
        Assert.True(new AnswerCache(_directory, _time).IsFresh(found));
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.False(new AnswerCache(_directory, _time).IsFresh(found));
    }

    [Fact]
    public async Task Answer_that_may_not_be_stored_is_not() =>
        Assert.Null(await KeptAsync(Answer("{}") with { Freshness = new Freshness(TimeSpan.FromHours(1), MayStore: false, null, null) }));

    [Fact]
    public async Task Answer_that_says_nothing_of_its_age_is_not_kept() => Assert.Null(await KeptAsync(Answer("{}")));

    [Fact]
    public async Task Answer_with_a_mark_is_kept_to_be_asked_about() =>
        Assert.Equal("\"abc\"", (await KeptAsync(Answer("{}") with { Freshness = new Freshness(null, MayStore: true, "\"abc\"", null) }))!.Resource.Freshness.ETag);

    [Fact]
    public async Task Refusal_is_kept_for_an_hour_at_most()
    {
        var found = await KeptAsync(Answer("gone") with { StatusCode = 404, Freshness = new Freshness(TimeSpan.FromDays(9), MayStore: true, null, null) });

        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromHours(1), found!.FreshUntil);
    }

    [Fact]
    public async Task Damaged_file_is_no_answer()
    {
        await KeptAsync(Answer("{\"cache_age\":60}"));
        foreach (var file in Directory.EnumerateFiles(_directory, "*.answer", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "{\"url\":", TestContext.Current.CancellationToken);

        Assert.Null(await new AnswerCache(_directory, _time).FindAsync(Url, null, TestContext.Current.CancellationToken));
    }

    private async Task<AnswerCache.Entry?> KeptAsync(FetchedResource answer)
    {
        var cache = new AnswerCache(_directory, _time);
        await cache.KeepAsync(Url, null, answer, TestContext.Current.CancellationToken);
        return await cache.FindAsync(Url, null, TestContext.Current.CancellationToken);
    }

    private FetchedResource Answer(string body) => new()
    {
        Body = System.Text.Encoding.UTF8.GetBytes(body),
        MediaType = "application/json",
        Charset = "utf-8",
        FinalUri = new Uri(Url),
        RetrievedAt = _time.GetUtcNow(),
    };
}
