using System.Net;
using System.Text.Json;
using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

/// <summary>The samples do what they say.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task Minimal_sample_writes_quotes_as_markdown()
    {
        using var sample = SampleProcess.Start("Minimal", Run.Article("harbour-lights.html"));

        var (exitCode, output) = await sample.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("\n> ", output);
    }

    [Fact]
    public async Task Endpoint_answers_with_the_quotes_of_the_article_it_is_sent()
    {
        using var sample = SampleProcess.Start("WebEndpoint", "--urls", "http://127.0.0.1:0");
        var address = await sample.ListeningAsync();
        using var client = new HttpClient();

        using var article = new ByteArrayContent(await File.ReadAllBytesAsync(Run.Article("faro-viejo.html"), TestContext.Current.CancellationToken));
        using var answer = await client.PostAsync(new Uri(address, "/quotes"), article, TestContext.Current.CancellationToken);
        using var nothing = new ByteArrayContent([]);
        using var refusal = await client.PostAsync(new Uri(address, "/quotes"), nothing, TestContext.Current.CancellationToken);
        using var own = await client.GetAsync(new Uri(address, $"/quotes?url={address}"), TestContext.Current.CancellationToken);

        Assert.Equal(5, JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("blocks").GetArrayLength());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refusal.StatusCode, own.StatusCode));
        Assert.Contains("refused-address", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
