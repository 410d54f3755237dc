using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

/// <summary>Every input that is no article ends with its exit code and one sentence, never with a stack.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Missing_file() => Fails(3, "missing.html: There is no such file.", await Run.Of("missing.html"));

    [Fact]
    public async Task Missing_file_that_looks_like_an_address_is_answered_with_the_address() =>
        Fails(3, "news.example/ferry: There is no such file; for a page on the web type https://news.example/ferry.", await Run.Of("news.example/ferry"));

    [Fact]
    public async Task Folder()
    {
        using var folder = new TestFolder();

        Fails(3, $"{folder.Root}: This is a folder: name the files in it, such as {folder.Path("*.html")}.", await Run.Of(folder.Root));
    }

    [Fact]
    public async Task Empty_file() => Fails(3, "standard input: The article is empty.", await Run.WithInput("", "-"));

    [Fact]
    public async Task Picture()
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];

        Fails(3, "standard input: The article is neither HTML nor text.", await Run.WithInput(png, "-"));
    }

    [Fact]
    public async Task Too_large_file()
    {
        using var folder = new TestFolder();
        var file = folder.File("large.html", Pages.OnePost);

        Fails(3, $"{file}: This is larger than the 100 bytes allowed. Raise the limit with --max-bytes.", await Run.Of(file, "--max-bytes", "100"));
    }

    [Fact]
    public async Task Device_without_an_end() =>
        Fails(3, "/dev/zero: This is larger than the 1,000,000 bytes allowed. Raise the limit with --max-bytes.", await Run.Of("/dev/zero", "--max-bytes", "1000000"));

    [Fact]
    public async Task File_that_may_not_be_read()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "An administrator may read every file.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = new TestFolder();
        var file = folder.File("secret.html", Pages.OnePost);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.None);

        var run = await Run.Of(file);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"embeds: {file}: The file cannot be read: ", run.Errors);
    }

    [Fact]
    public async Task Markup_that_opens_again_in_each_paragraph_ends_in_time()
    {
        // Each paragraph opens every font anew: 80 KB that cost a parser minutes.
        var bomb = string.Concat(Enumerable.Range(0, 2500).Select(n => $"<font size={n}>")) + string.Concat(Enumerable.Repeat("<p>x", 10_000));

        var run = await Run.WithInput(bomb, "-");

        Assert.True(run.ExitCode is 0 or 3, run.Errors);
        AssertOneSentence(run);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    public async Task Nesting_a_hundred_thousand_deep_ends_in_time(string tag)
    {
        var run = await Run.WithInput(string.Concat(Enumerable.Repeat(tag, 100_000)), "-");

        Assert.True(run.ExitCode is 0 or 3, run.Errors);
        AssertOneSentence(run);
    }

    [Fact]
    public async Task One_bad_source_does_not_stop_the_others()
    {
        using var folder = new TestFolder();
        var good = folder.File("good.html", Pages.OnePost);

        var run = await Run.Of("missing.html", good, folder.Root);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Pia Hollow", run.Output);
        Assert.Equal(2, run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static void Fails(int exitCode, string sentence, Run run)
    {
        Assert.Equal($"embeds: {sentence}\n", run.Errors);
        Assert.Equal("", run.Output);
        Assert.Equal(exitCode, run.ExitCode);
    }

    private static void AssertOneSentence(Run run)
    {
        Assert.StartsWith("embeds: standard input: The article", run.Errors);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
