using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class SourceTests
{
    [Fact]
    public async Task List_names_sources_one_a_line()
    {
        using var folder = new TestFolder();
        var list = folder.File("list.txt", $"\uFEFF# two articles\r\n{Run.Article("faro-viejo.html")}\r\n\r\n  {Run.Article("harbour-lights.html")}  \n");

        var run = await Run.Of("--from", list, "-f", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [Run.Article("faro-viejo.html"), Run.Article("harbour-lights.html")],
            run.Json.EnumerateArray().Select(entry => entry.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task List_may_come_from_standard_input_and_after_named_sources()
    {
        var run = await Run.WithInput(Run.Article("faro-viejo.html"), Run.Article("harbour-lights.html"), "--from", "-", "-f", "json", "--parallel", "1");

        Assert.Equal(
            [Run.Article("harbour-lights.html"), Run.Article("faro-viejo.html")],
            run.Json.EnumerateArray().Select(entry => entry.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task List_of_one_is_a_list_all_the_same()
    {
        var run = await Run.WithInput(Run.Article("faro-viejo.html"), "--from", "-", "-f", "json");

        Assert.Equal(1, run.Json.GetArrayLength());
    }

    [Fact]
    public async Task Empty_list_is_done()
    {
        var run = await Run.WithInput("\n", "--from", "-", "-f", "json");

        Assert.Equal((0, "[]\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Missing_list_is_unreadable()
    {
        var run = await Run.Of("--from", "missing.txt");

        Assert.Equal((3, "embeds: --from missing.txt: There is no such file.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Plain_text_is_read_as_an_article()
    {
        var run = await Run.WithInput("The ferry stood still for a week.\n\nThe ferry is back — Pia Hollow (@pia_hollow_ex) March 14, 2019\n", "-", "-f", "json");

        Assert.Equal("pia_hollow_ex", run.Json.GetProperty("blocks")[0].GetProperty("author").GetProperty("handle").GetString());
    }

    [Fact]
    public async Task Name_of_a_command_is_a_source_after_the_first_word()
    {
        var run = await Run.Of("capture", "verify");

        Assert.Equal((3, "embeds: verify: There is no such file.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Source_that_begins_with_a_dash_stands_behind_two()
    {
        var run = await Run.Of("--", "--ferry.html");

        Assert.Equal((3, "embeds: --ferry.html: There is no such file.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Source_that_begins_with_an_at_sign_is_no_list_of_arguments()
    {
        var run = await Run.Of("@ferry.html");

        Assert.Equal((3, "embeds: @ferry.html: There is no such file.\n"), (run.ExitCode, run.Errors));
    }
}
