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

        if (outcome.Articles.All(article => article.Blocks.IsEmpty))
            Say(outcome.Source.Title, outcome.Articles.Count > 1 ? "None of its articles quotes a post." : "The article quotes no post.", Color.Default);
        foreach (var issue in writer.ShowsIssues ? [] : outcome.Articles.SelectMany(article => article.Issues).Where(issue => issue.Severity == "warning"))
            Say(outcome.Source.Title, $"{issue.Message} ({issue.Code})", Color.Yellow);
    }

    private void Say(string source, string sentence, Color colour) =>
        terminal.Errors.Write(new Text(TerminalText.OneLine($"embeds: {source}: {sentence}") + "\n", new Style(colour)));
}
