using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class OutputTests
{
    [Fact]
    public async Task Result_is_written_to_the_file_and_nothing_else_stays()
    {
        using var folder = new TestFolder();

        var run = await Run.Of(Run.Article("faro-viejo.html"), "-f", "json", "-o", folder.Path("quotes.json"));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.StartsWith("{\"article\":", folder.Read("quotes.json"));
        Assert.Equal(["quotes.json"], folder.Names);
    }

    [Fact]
    public async Task Failed_run_leaves_the_old_file_as_it_was()
    {
        using var folder = new TestFolder();
        var old = folder.File("quotes.json", "old");

        var run = await Run.Of("missing.html", "-f", "json", "-o", old);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("old", folder.Read("quotes.json"));
        Assert.Equal(["quotes.json"], folder.Names);
    }

    [Fact]
    public async Task Link_keeps_pointing_where_it_points()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using var folder = new TestFolder();
        var target = folder.File("target.json", "old");
        File.CreateSymbolicLink(folder.Path("link.json"), target);

        var run = await Run.Of(Run.Article("faro-viejo.html"), "-f", "json", "-o", folder.Path("link.json"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(target, new FileInfo(folder.Path("link.json")).LinkTarget);
        Assert.StartsWith("{\"article\":", folder.Read("target.json"));
    }

    [Fact]
    public async Task Source_is_never_overwritten()
    {
        using var folder = new TestFolder();
        var page = folder.File("page.html", Pages.OnePost);

        var run = await Run.Of(page, "-o", folder.Path("./page.html"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(Pages.OnePost, folder.Read("page.html"));
    }

    [Fact]
    public async Task Full_disk_is_one_sentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");

        var run = await Run.Of(Run.Article("faro-viejo.html"), "-f", "json", "-o", "/dev/full");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("embeds: The result cannot be written to /dev/full: ", run.Errors);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("SIGINT", 130)]
    [InlineData("SIGTERM", 143)]
    public async Task Stopped_run_leaves_no_file(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var folder = new TestFolder();
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var run = await Run.Interrupted(signal[3..], _ => server.Asked, Run.Article("faro-viejo.html"), server.Url(), "--allow-private-network", "-f", "ndjson", "-o", folder.Path("quotes.ndjson"));

        Assert.Equal((exitCode, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Run_that_writes_to_a_pipe_that_nobody_reads_can_be_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var folder = new TestFolder();
        var post = Pages.OnePost[Pages.OnePost.IndexOf("<blockquote", StringComparison.Ordinal)..Pages.OnePost.IndexOf("</article>", StringComparison.Ordinal)];
        var page = folder.File("long.html", string.Concat(Enumerable.Repeat(post + "<p>And then:</p>", 200)));

        var run = await Run.Interrupted("INT", async output => await output.BaseStream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken), page, "-f", "json");

        Assert.Equal(130, run.ExitCode);
    }

    [Fact]
    public async Task Private_file_stays_private()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TestFolder();
        var file = folder.File("quotes.json", "old");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await Run.Of(Run.Article("faro-viejo.html"), "-f", "json", "-o", file);

        Assert.StartsWith("{\"article\":", folder.Read("quotes.json"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
}
