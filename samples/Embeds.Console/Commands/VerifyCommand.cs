using System.CommandLine;
using System.Globalization;
using Embeds.Cli.Output;
using Embeds.Cli.Seals;
using Embeds.Cli.Sources;

namespace Embeds.Cli.Commands;

/// <summary>Checks the seals of quote blocks that were kept.</summary>
internal sealed class VerifyCommand : ConsoleCommand
{
    private const int MaxBytes = 1024 * 1024 * 1024;

    private readonly Argument<string[]> _files = new("FILE...")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "A file that holds quote blocks as JSON, NDJSON or HTML (the content decides, not the name), or - for standard input.",
    };

    public VerifyCommand()
        : base("verify", "Checks that quote blocks are what was sealed: one line a block. Ends with 5 where one is not.")
    {
        Add(_files);
        SetAction(RunAsync);
    }

    public override IReadOnlyList<string> Usage { get; } = ["embeds verify FILE..."];

    public override IReadOnlyList<(string Line, string Does)> Examples { get; } =
    [
        ("embeds verify story.quotes.json", "Check every block of one article."),
        ("embeds verify archive/*.html", "Check the blocks in published pages."),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(_files)!;
        if (files.Length == 0)
            throw new CommandException(ExitCode.Usage, "Name a file to check: embeds verify story.quotes.json.");

        using var target = OutputTarget.Open(path: null, []);
        var (exitCode, blocks, faults) = (ExitCode.Done, 0, 0);
        foreach (var file in files)
        {
            try
            {
                var findings = await FindingsAsync(file, cancellationToken);
                foreach (var finding in findings)
                    target.Write(TerminalText.OneLine($"{file}: {finding.Key ?? "unreadable block"}: {finding.Fault ?? "intact"}") + "\n");
                blocks += findings.Count;
                faults += findings.Count(finding => finding.Fault is not null);
            }
            catch (ArticleUnreadableException e)
            {
                exitCode = ExitCode.Unreadable;
                Say($"{Source.Of(file).Title}: {e.Message}");
            }
        }

        target.Commit();
        if (blocks > 0)
            Say(string.Create(CultureInfo.InvariantCulture, $"{blocks} {(blocks == 1 ? "block" : "blocks")} checked, {(faults == 0 ? "all" : faults)} {(faults == 0 ? "" : "not ")}intact."));
        return (int)(faults > 0 ? ExitCode.BrokenSeal : exitCode);
    }

    private static async Task<IReadOnlyList<SealFinding>> FindingsAsync(string file, CancellationToken cancellationToken)
    {
        var bytes = await LocalFile.ReadAsync(file, MaxBytes, cancellationToken);
        return SealedFile.Check(bytes) ?? throw new ArticleUnreadableException("no-block", "There is no quote block in it.");
    }

    private static void Say(string sentence) => Console.Error.WriteLine($"embeds: {TerminalText.OneLine(sentence)}");
}
