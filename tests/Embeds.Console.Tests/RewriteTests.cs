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

    [Fact]
    public async Task Originals_in_a_file_of_their_own_give_the_page_back()
    {
        using var folder = new TestFolder();

        await Run.Of("rewrite", Run.Article("faro-viejo.html"), "-o", folder.Path("durable.html"), "--originals", folder.Path("originals.json"));
        var restore = await Run.Of("rewrite", folder.Path("durable.html"), "--restore", "--originals", folder.Path("originals.json"), "-o", folder.Path("restored.html"));
        var other = await Run.Of("rewrite", Run.Article("harbour-lights.html"), "--restore", "--originals", folder.Path("originals.json"));

        Assert.DoesNotContain("data-qb-original", folder.Read("durable.html"), StringComparison.Ordinal);
        Assert.Equal((0, File.ReadAllText(Run.Article("faro-viejo.html"))), (restore.ExitCode, folder.Read("restored.html")));
        Assert.Equal(3, other.ExitCode);
        Assert.Contains("belong to another article", other.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dry_run_shows_a_diff_that_makes_the_one_of_the_other_and_writes_nothing()
    {
        using var folder = new TestFolder();
        var page = folder.File("page.html", await File.ReadAllTextAsync(Run.Article("harbour-lights.html"), TestContext.Current.CancellationToken));

        var diff = await Run.Of("rewrite", page, "--dry-run", "--now", "2026-11-24T10:00:00Z");
        var durable = await Run.Of("rewrite", page, "--now", "2026-11-24T10:00:00Z");

        Assert.Equal(["page.html"], folder.Names);
        Assert.StartsWith($"--- {page}\n+++ {page}\n@@ -", diff.Output, StringComparison.Ordinal);
        Assert.Equal(durable.Output, Patched(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), diff.Output));
    }

    [Fact]
    public async Task Several_pages_are_written_in_place_and_given_back()
    {
        using var folder = new TestFolder();
        string[] names = ["faro-viejo.html", "harbour-lights.html"];
        var pages = names.Select(n => folder.File(n, File.ReadAllBytes(Run.Article(n)))).ToArray();

        var rewrite = await Run.Of(["rewrite", .. pages, "--in-place"]);
        Assert.All(names, n => Assert.Contains("data-qb-key", folder.Read(n), StringComparison.Ordinal));
        var restore = await Run.Of(["rewrite", .. pages, folder.Path("none.html"), "--in-place", "--restore"]);

        Assert.Equal((0, "", 3), (rewrite.ExitCode, rewrite.Output, restore.ExitCode));
        Assert.All(names, n => Assert.Equal(File.ReadAllText(Run.Article(n)), folder.Read(n)));
        Assert.Equal(names, folder.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_posts_that_a_capture_found_gone_are_replaced_when_dead_ones_are_asked_for()
    {
        using var folder = new TestFolder();
        var page = Run.Article("harbour-lights.html");
        await Run.Of(page, "--offline", "-f", "json", "-o", folder.Path("blocks.json"));

        var none = await Run.Of("rewrite", page, "--replace", "dead", "--blocks", folder.Path("blocks.json"));

        Assert.Equal((0, File.ReadAllText(page)), (none.ExitCode, none.Output));
        Assert.Contains("No embed was replaced", none.Errors, StringComparison.Ordinal);
    }

    /// <summary>Applies a unified diff as <c>patch</c> does.</summary>
    private static string Patched(string text, string diff)
    {
        var lines = text.Split('\n');
        var result = new List<string>();
        var at = 0;
        foreach (var line in diff.Split('\n').Skip(2).SkipLast(1))
        {
            if (line.StartsWith("@@ -", StringComparison.Ordinal))
            {
                var start = int.Parse(line[4..line.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) - 1;
                result.AddRange(lines[at..start]);
                at = start;
            }
            else if (line[0] == '+')
            {
                result.Add(line[1..]);
            }
            else
            {
                Assert.Equal(lines[at++], line[1..]);
                if (line[0] == ' ')
                    result.Add(line[1..]);
            }
        }

        return string.Join('\n', result.Concat(lines[at..]));
    }

    [Theory]
    [InlineData(2, "rewrite a.html --in-place --dry-run", "name only one")]
    [InlineData(2, "rewrite - --in-place", "Standard input cannot be written in place")]
    [InlineData(2, "rewrite a.html --restore --replace dead", "--restore only gives back")]
    [InlineData(3, "rewrite a.html --blocks none.json", "--blocks none.json: There is no such file.")]
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
