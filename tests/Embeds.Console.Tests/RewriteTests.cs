using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class RewriteTests
{
    [Theory]
    [InlineData("harbour-lights.html")]
    [InlineData("faro-viejo.html")]
    public async Task Rewritten_page_is_intact_and_gives_the_original_bytes_back(string name)
    {
        using var folder = new TestFolder();
        var durable = folder.Path("durable.html");

        var rewrite = await Run.Of("rewrite", Run.Article(name), "-o", durable);
        var verify = await Run.Of("verify", durable);
        var restore = await Run.Of("rewrite", durable, "--restore", "-o", folder.Path("restored.html"));

        Assert.Equal((0, 0, 0), (rewrite.ExitCode, verify.ExitCode, restore.ExitCode));
        Assert.NotEmpty(verify.Lines);
        Assert.Equal(await File.ReadAllBytesAsync(Run.Article(name), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(folder.Path("restored.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Page_without_an_embed_stays_as_it_is_and_that_is_said()
    {
        var run = await Run.WithInput(Pages.NoPost, "rewrite", "-");

        Assert.Equal((0, Pages.NoPost, "embeds: standard input: No embed was replaced.\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData(2, "rewrite", "Name one page to rewrite")]
    [InlineData(2, "rewrite a.html b.html", "Name one page to rewrite")]
    [InlineData(2, "rewrite https://news.example/ferry", "Only a page at hand is rewritten")]
    [InlineData(3, "rewrite missing.html", "embeds: missing.html: There is no such file.")]
    public async Task Mistake_is_answered_in_one_sentence(int exitCode, string line, string answer)
    {
        var run = await Run.Of(line.Split(' '));

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(answer, run.Errors);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
