using System.Globalization;
using Embeds.Cli.Sources;
using Spectre.Console;

namespace Embeds.Cli.Output;

/// <summary>Tells on standard error what a result does not show, and keeps the exit code.</summary>
internal sealed class Report(Terminal terminal, ResultWriter writer, bool isList)
{
    private int _articles;
    private int _quotes;
    private int _without;
    private int _failed;

    /// <summary>The highest of all sources so far.</summary>
    public ExitCode ExitCode { get; private set; }

    public void Add(SourceOutcome outcome)
    {
        writer.Add(outcome);
        if (outcome.Failure is { } failure)
        {
            ExitCode = (ExitCode)Math.Max((int)ExitCode, (int)failure.ExitCode);
            _failed++;
            Say(outcome.Source.Title, failure.Message, Color.Red);
            return;
        }

        if (outcome.Articles.Any(article => article.Issues.Any(issue => issue.Code == "network-down")))
            ExitCode = (ExitCode)Math.Max((int)ExitCode, (int)ExitCode.Network);
        _articles += outcome.Articles.Count;
        _quotes += outcome.Articles.Sum(article => article.Blocks.Length);
        _without += outcome.Articles.Count(article => article.Blocks.IsEmpty);
        if (!isList && outcome.Articles.All(article => article.Blocks.IsEmpty))
            Say(outcome.Source.Title, outcome.Articles.Count > 1 ? "None of its articles quotes a post." : "The article quotes no post.", Color.Default);
        foreach (var issue in writer.ShowsIssues ? [] : outcome.Articles.SelectMany(article => article.Issues).Where(issue => issue.Severity == "warning"))
            Say(outcome.Source.Title, $"{issue.Message} ({issue.Code})", Color.Yellow);
    }

    /// <summary>A list of articles, of which each may say nothing, ends in one line about all.</summary>
    /// <param name="held">How many the output held already; null when it was not asked.</param>
    public void Finish(int? held)
    {
        if (!isList)
            return;
        var before = held is { } known ? string.Create(CultureInfo.InvariantCulture, $"; {known:N0} were there already") : "";
        Say("done", string.Create(CultureInfo.InvariantCulture, $"{_articles:N0} articles, {_quotes:N0} quotes, {_without:N0} articles without one, {_failed:N0} sources not read{before}."), Color.Default);
    }

    private void Say(string source, string sentence, Color colour) =>
        terminal.Errors.Write(new Text(TerminalText.OneLine($"embeds: {source}: {sentence}") + "\n", new Style(colour)));
}
