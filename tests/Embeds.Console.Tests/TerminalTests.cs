using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

/// <summary>What only happens on a terminal: colour, and a line that moves.</summary>
public sealed class TerminalTests
{
    private const string Colour = "\u001b[9"; // bright ones, as the cards have them

    [Fact]
    public async Task Cards_are_in_colour()
    {
        Assert.SkipUnless(Run.HasTerminal, "There is no tool that makes a terminal.");

        var run = await Run.OnTerminal("TERM=xterm", Run.Article("faro-viejo.html"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Colour, run.Output);
        Assert.Contains("Nélida Otero (@nelida_farera)", run.Output);
    }

    [Theory]
    [InlineData("NO_COLOR=1 TERM=xterm", "--offline")]
    [InlineData("TERM=dumb", "--offline")]
    [InlineData("TERM=xterm", "--no-color")]
    public async Task Cards_are_plain_where_colour_is_not_wanted(string environment, string option)
    {
        Assert.SkipUnless(Run.HasTerminal, "There is no tool that makes a terminal.");

        var run = await Run.OnTerminal(environment, Run.Article("faro-viejo.html"), option);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(Colour, run.Output);
    }

    [Fact]
    public async Task Waiting_is_shown_and_the_cursor_comes_back()
    {
        Assert.SkipUnless(Run.HasTerminal, "There is no tool that makes a terminal.");
        await using var server = await TestServer.StartAsync(Pages.OnePost);

        var run = await Run.OnTerminal("TERM=xterm", server.Url(), "missing.html", "--allow-private-network");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("of 2 articles read", run.Output);
        Assert.Contains("embeds: missing.html: There is no such file.", run.Output);
        Assert.Contains("Pia Hollow", run.Output);
        Assert.True(run.Output.LastIndexOf("\u001b[?25h", StringComparison.Ordinal) > run.Output.LastIndexOf("\u001b[?25l", StringComparison.Ordinal));
    }
}
