using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "Name an article")]
    [InlineData("--formt json a.html", "There is no option --formt; --format is meant, perhaps.")]
    [InlineData("--pictures=x a.html", "There is no option --pictures")]
    [InlineData("a.html -f xml", "--format takes one of summary, json, ndjson")]
    [InlineData("a.html -f", "'-f'")]
    [InlineData("a.html --min-confidence 101", "--min-confidence takes a whole number from 0 to 100, not '101'.")]
    [InlineData("a.html --parallel 0", "--parallel takes a whole number from 1 to 1024, not '0'.")]
    [InlineData("a.html --timeout 1,5", "--timeout takes seconds from 0.01 to 21600, such as 2.5, not '1,5'.")]
    [InlineData("a.html --now yesterday", "--now takes a time such as 2026-11-24T10:00:00Z, not 'yesterday'.")]
    [InlineData("a.html --base-url news.example", "--base-url takes a whole address such as https://news.example/story")]
    [InlineData("https://news.example/ferry --offline", "With --offline nothing is fetched")]
    [InlineData("- -", "Standard input can be read only once")]
    [InlineData("- --from -", "Standard input can be read only once")]
    [InlineData("a.html -o no-such-folder/quotes.json", "there is no such folder: make it first.")]
    [InlineData("a.html -o .", "--output names a file, not a folder")]
    [InlineData("verify", "Name a file to check")]
    [InlineData("platforms myspace", "There is no platform 'myspace'")]
    public async Task Mistake_is_answered_in_one_sentence_with_exit_code_2(string line, string answer)
    {
        var run = await Run.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("embeds: ", run.Errors);
        Assert.Contains(answer, run.Errors);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--help", "Usage: embeds SOURCE... [options]")]
    [InlineData("-h", "Usage: embeds SOURCE... [options]")]
    [InlineData("capture --help", "Usage: embeds SOURCE... [options]")]
    [InlineData("verify --help", "Usage: embeds verify FILE...")]
    [InlineData("platforms --help", "Usage: embeds platforms")]
    public async Task Help_shows_usage_and_examples_on_eighty_columns(string line, string usage)
    {
        var run = await Run.Of(line.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(usage, run.Output);
        Assert.Contains("\nExamples\n  embeds ", run.Output);
        Assert.All(run.Lines, shown => Assert.InRange(shown.Length, 1, 80));
    }

    [Fact]
    public async Task Version_is_shown()
    {
        var run = await Run.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Fact]
    public async Task Platforms_are_listed_briefly_or_in_full()
    {
        var all = await Run.Of("platforms");
        var one = await Run.Of("platforms", "youtube");

        Assert.Equal((0, 0), (all.ExitCode, one.ExitCode));
        Assert.Matches(@"(?m)^  instagram +Instagram +instagram\.com", all.Output);
        Assert.DoesNotContain("Instagram", one.Output);
        Assert.Contains("youtu.be", one.Output);
        Assert.All(all.Lines, shown => Assert.InRange(shown.Length, 1, 80));
    }
}
