using Embeds.Cli.Sources;
using Spectre.Console;

namespace Embeds.Cli.Output;

/// <summary>Tells on standard error what a result does not show, and keeps the exit code.</summary>
internal sealed class Report(Terminal terminal, ResultWriter writer)
{
    /// <summary>The highest of all sources so far.</summary>
    public ExitCode ExitCode { get; private set; }

    public void Add(SourceOutcome outcome)
    {
        writer.Add(outcome);
        if (outcome.Failure is { } failure)
        {
            ExitCode = (ExitCode)Math.Max((int)ExitCode, (int)failure.ExitCode);
            Say(outcome.Source.Title, failure.Message, Color.Red);
            return;
        }

        var quotes = outcome.Quotes!; // set where there is no failure
        if (quotes.Issues.Any(issue => issue.Code == "network-down"))
            ExitCode = (ExitCode)Math.Max((int)ExitCode, (int)Cli.ExitCode.Network);
        if (quotes.Blocks.IsEmpty)
            Say(outcome.Source.Title, "The article quotes no post.", Color.Default);
        foreach (var issue in writer.ShowsIssues ? [] : quotes.Issues.Where(issue => issue.Severity == "warning"))
            Say(outcome.Source.Title, $"{issue.Message} ({issue.Code})", Color.Yellow);
    }

    private void Say(string source, string sentence, Color colour) =>
        terminal.Errors.Write(new Text(TerminalText.OneLine($"embeds: {source}: {sentence}") + "\n", new Style(colour)));
}
