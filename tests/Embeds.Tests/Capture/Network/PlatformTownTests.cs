using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Capture.Network;

/// <summary>What comes of each answer that a platform may give. Cases are files: <c>tests/Fixtures/town/PLATFORM/CASE.json</c>.</summary>
public sealed class PlatformTownTests(PlatformTown town) : IClassFixture<PlatformTown>
{
    public static IEnumerable<TheoryDataRow<string>> Cases() => TownCase.All().Select(c => new TheoryDataRow<string>(c.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Answer_gives_what_its_file_expects(string name)
    {
        var answered = TownCase.Read(name);
        var (endpoint, asked) = town.Open(answered);
        using var archiver = new EmbedArchiver(PlatformTown.OptionsFor(endpoint, answered), timeProvider: new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));

        var quotes = await archiver.ReadAsync(answered.Article, new Uri("https://news.example/story"), TestContext.Current.CancellationToken);

        var got = TownResult.Of(quotes, asked);
        // Whether a reset still lets the beginning of the answer arrive is chance: either way the connection failed.
        if (answered.Answers.Any(a => (string?)a.Value!["does"] == "reset"))
            got["issues"] = new JsonArray([.. quotes.Issues.Select(i => (JsonNode)i.Code.Replace("-truncated", "-connection", StringComparison.Ordinal))]);
        if (Support.Fixtures.Rewrite)
            answered.Expect(got);
        Assert.True(JsonNode.DeepEquals(got, answered.Expected), $"{name} gave\n{TownCase.Show(got)}\ninstead of\n{TownCase.Show(answered.Expected)}");
    }
}
