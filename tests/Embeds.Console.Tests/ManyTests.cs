using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Embeds.ConsoleTests.Support;
using Microsoft.AspNetCore.Http;

namespace Embeds.ConsoleTests;

/// <summary>Many articles in one run: folders, archives, runs that are cut off and taken up again.</summary>
public sealed class ManyTests
{
    [Fact]
    public async Task Folder_gives_its_articles_in_order_and_leaves_out_what_pages_load()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.Path("b/.hidden"));
        folder.File("c.html", Pages.OnePost);
        folder.File("a.html", Pages.OnePost);
        folder.File("b/story", Pages.OnePost);
        folder.File("b/style.css", "p { }");
        folder.File("b/.hidden/page.html", Pages.OnePost);
        folder.File("b/crawl.warc", Warc("https://news.example/1", "https://news.example/2"));

        var run = await Run.Of("--from", folder.Root, "-f", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a.html", "b/crawl.warc#1", "b/crawl.warc#2", "b/story", "c.html"], Sources(run.Json.EnumerateArray()).Select(name => Path.GetRelativePath(folder.Root, name)));
        Assert.Equal("embeds: done: 5 articles, 5 quotes, 0 articles without one, 0 sources not read.\n", run.Errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Archive_is_as_many_sources_as_it_has_pages(bool from)
    {
        using var folder = new TestFolder();
        var archive = folder.File("crawl.warc.gz", Gzip(Warc("https://news.example/1", "https://news.example/2")));

        var run = from ? await Run.Of("--from", archive, "-f", "ndjson") : await Run.Of(archive, "-f", "ndjson");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([archive + "#1", archive + "#2"], Sources(Lines(run.Output)).Order(StringComparer.Ordinal));
        Assert.Equal(["https://news.example/1", "https://news.example/2"], Lines(run.Output).Select(line => line.GetProperty("article").GetProperty("url").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Archive_that_breaks_off_is_told_and_costs_no_page_before()
    {
        using var folder = new TestFolder();
        var archive = folder.File("crawl.warc", Warc("https://news.example/1", "https://news.example/2")[..^50]);

        var run = await Run.Of("--from", archive, "-f", "ndjson");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal([archive, archive + "#1"], Sources(Lines(run.Output)).Order(StringComparer.Ordinal));
        Assert.Contains("breaks off in record 2", run.Errors);
    }

    [Fact]
    public async Task List_that_is_an_article_is_told_from_a_list()
    {
        var run = await Run.Of("--from", Run.Article("faro-viejo.html"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("this is markup, not a list of sources", run.Errors);
    }

    [Fact]
    public async Task Results_come_while_the_list_is_still_being_written()
    {
        var run = await Run.Talking(
            async (input, output) =>
            {
                await input.WriteLineAsync(Run.Article("faro-viejo.html"));
                await input.FlushAsync(TestContext.Current.CancellationToken);
                Assert.Contains("faro-viejo.html", await output.ReadLineAsync(TestContext.Current.CancellationToken));
                await input.WriteLineAsync(Run.Article("harbour-lights.html"));
            },
            "--from", "-", "-f", "ndjson", "--parallel", "4");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("harbour-lights.html", Assert.Single(run.Lines));
    }

    [Fact]
    public async Task List_in_a_named_pipe_is_read_from_its_first_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var run = await Run.Talking(
            async (input, _) =>
            {
                await input.WriteLineAsync(Run.Article("faro-viejo.html"));
                await input.WriteLineAsync(Run.Article("harbour-lights.html"));
            },
            "--from", "/dev/stdin", "-f", "ndjson", "--offline");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Lines.Length);
    }

    [Fact]
    public async Task Reader_that_goes_away_ends_the_run_without_a_word()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no broken pipes of this kind.");
        var run = await Run.Talking(
            async (input, output) =>
            {
                await input.WriteLineAsync(Run.Article("faro-viejo.html"));
                await input.FlushAsync(TestContext.Current.CancellationToken);
                await output.ReadLineAsync(TestContext.Current.CancellationToken);
                output.Close();
                for (var i = 0; i < 1000; i++)
                    await input.WriteLineAsync(Run.Article("faro-viejo.html"));
            },
            "--from", "-", "-f", "ndjson");

        Assert.Equal((141, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Killed_run_is_taken_up_with_every_source_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var folder = new TestFolder();
        var list = Articles(folder, 400);
        var output = folder.Path("quotes.ndjson");

        await Run.Interrupted("KILL", _ => UntilAsync(() => File.Exists(output) && new FileInfo(output).Length > 100_000), "--from", list, "-f", "ndjson", "-o", output, "--resume");
        var before = File.ReadAllText(output, Encoding.UTF8).Split('\n').Length - 1;
        // The last line may be cut anywhere: here it is, for sure. It may belong to the source before it, which is done anew.
        await File.AppendAllTextAsync(output, """{"article":{"canonical_url":nu""", TestContext.Current.CancellationToken);
        var run = await Run.Of("--from", list, "-f", "ndjson", "-o", output, "--resume");

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(before, 1, 399);
        Assert.Equal(File.ReadAllLines(list).Order(StringComparer.Ordinal), Sources(Lines(folder.Read("quotes.ndjson"))).Order(StringComparer.Ordinal));
        Assert.Contains($"{before - 1} were there already.", run.Errors);
        Assert.Equal(2, folder.Names.Count(name => name.Contains("ndjson", StringComparison.Ordinal) || name == "list.txt"));
    }

    [Fact]
    public async Task Run_that_was_killed_before_resuming_was_thought_of_is_taken_up_as_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var folder = new TestFolder();
        var list = Articles(folder, 400);
        var part = folder.Path(".quotes.ndjson.part");

        await Run.Interrupted("KILL", _ => UntilAsync(() => File.Exists(part) && new FileInfo(part).Length > 100_000), "--from", list, "-f", "ndjson", "-o", folder.Path("quotes.ndjson"));
        Assert.False(File.Exists(folder.Path("quotes.ndjson")));
        var run = await Run.Of("--from", list, "-f", "ndjson", "-o", folder.Path("quotes.ndjson"), "--resume");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("; 0 were there already", run.Errors);
        Assert.Equal(File.ReadAllLines(list).Order(StringComparer.Ordinal), Sources(Lines(folder.Read("quotes.ndjson"))).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(part));
    }

    [Fact]
    public async Task Resuming_what_is_complete_changes_nothing()
    {
        using var folder = new TestFolder();
        var list = Articles(folder, 5);
        string[] line = ["--from", list, "-f", "ndjson", "-o", folder.Path("quotes.ndjson"), "--resume"];
        await Run.Of(line);
        var whole = folder.Read("quotes.ndjson");

        var again = await Run.Of(line);

        Assert.Equal((0, "embeds: done: 0 articles, 0 quotes, 0 articles without one, 0 sources not read; 5 were there already.\n"), (again.ExitCode, again.Errors));
        Assert.Equal(whole, folder.Read("quotes.ndjson"));
    }

    [Fact]
    public async Task Resuming_keeps_its_hands_off_a_file_of_something_else()
    {
        using var folder = new TestFolder();
        var notes = folder.File("notes.txt", "my notes\nof many years\n");

        var run = await Run.Of(Run.Article("faro-viejo.html"), "-f", "ndjson", "-o", notes, "--resume");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 1 of", run.Errors);
        Assert.Equal("my notes\nof many years\n", folder.Read("notes.txt"));
    }

    [Theory]
    [InlineData("-f", "ndjson")]
    [InlineData("-f", "json", "-o", "quotes.json")]
    [InlineData("-o", "quotes.json")]
    public async Task Resuming_needs_a_file_of_lines(params string[] words)
    {
        var run = await Run.Of([Run.Article("faro-viejo.html"), "--resume", .. words]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("type -f ndjson -o quotes.ndjson --resume", run.Errors);
    }

    [Fact]
    public async Task Progress_on_a_terminal_says_how_fast_and_how_long()
    {
        Assert.SkipUnless(Run.HasTerminal, "There is no tool that makes a terminal.");
        using var folder = new TestFolder();
        var list = Articles(folder, 3000);

        var run = await Run.OnTerminal("TERM=xterm", "--from", list, "-f", "ndjson", "-o", folder.Path("quotes.ndjson"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"[\d,]+ articles read, [\d,]+ a second", run.Output);
        Assert.Contains("embeds: done: 3,000 articles, 3,000 quotes", run.Output);
    }

    [Fact]
    public async Task Progress_goes_on_when_the_list_is_at_its_end_and_articles_are_not()
    {
        Assert.SkipUnless(Run.HasTerminal, "There is no tool that makes a terminal.");
        using var folder = new TestFolder();
        await using var server = await TestServer.StartAsync(async context =>
        {
            // The status line says how much is left from the first second on.
            await Task.Delay(1500, context.RequestAborted);
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(Pages.OnePost, context.RequestAborted);
        });
        var list = folder.File("list.txt", $"{server.Url("/a")}\n{server.Url("/b")}\n");

        var run = await Run.OnTerminal("TERM=xterm", "--from", list, "--allow-private-network", "-f", "ndjson", "-o", folder.Path("quotes.ndjson"));

        Assert.Equal(0, run.ExitCode);
    }

    private static string Articles(TestFolder folder, int count)
    {
        for (var i = 0; i < count; i++)
            folder.File(string.Create(CultureInfo.InvariantCulture, $"{i}.html"), Pages.OnePost);
        return folder.File("list.txt", string.Concat(Enumerable.Range(0, count).Select(i => folder.Path(string.Create(CultureInfo.InvariantCulture, $"{i}.html")) + "\n")));
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<JsonElement> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));

    private static IEnumerable<string> Sources(IEnumerable<JsonElement> outcomes) => outcomes.Select(outcome => outcome.GetProperty("source").GetString()!);

    private static byte[] Warc(params string[] urls) => [.. urls.SelectMany(Record)];

    private static byte[] Record(string url)
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Pages.OnePost;
        return Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var all = new MemoryStream();
        using (var stream = new GZipStream(all, CompressionLevel.Fastest))
            stream.Write(bytes);
        return all.ToArray();
    }
}
