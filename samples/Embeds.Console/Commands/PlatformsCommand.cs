using System.CommandLine;
using System.Globalization;
using Embeds.Cli.Output;
using Embeds.Platforms;
using Spectre.Console;

namespace Embeds.Cli.Commands;

/// <summary>The table of the platforms.</summary>
internal sealed class PlatformsCommand : ConsoleCommand
{
    /// <summary>Names that a row of the table of all platforms shows; the rest is counted.</summary>
    private const int Shown = 2;

    private readonly Argument<string[]> _ids = new("[ID...]")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Show all that these are recognised by, instead of the beginnings for all platforms.",
    };

    private readonly Option<bool> _noColor = OptionOf.Switch("--no-color", "No colour, also on a terminal (NO_COLOR does the same).");

    public PlatformsCommand()
        : base("platforms", "Lists the platforms whose posts are recognised: by the hosts of their links, and by their .class, <element> or [attribute] in markup.")
    {
        Add(_ids);
        Add(_noColor);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Usage { get; } = ["embeds platforms [ID...]"];

    public override IReadOnlyList<(string Line, string Does)> Examples { get; } =
    [
        ("embeds platforms", "All platforms, briefly."),
        ("embeds platforms x instagram", "Two of them, in full."),
    ];

    private int Run(ParseResult parsed)
    {
        using var archiver = new EmbedArchiver();
        var ids = parsed.GetValue(_ids)!;
        if (ids.FirstOrDefault(id => archiver.Platforms.All(platform => platform.Id != id)) is { } unknown)
            throw new CommandException(ExitCode.Usage, $"There is no platform '{unknown}': embeds platforms lists them.");

        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("id", "name", "hosts", "markup");
        foreach (var platform in archiver.Platforms.Where(platform => ids.Length == 0 || ids.Contains(platform.Id)))
        {
            var shown = ids.Length == 0 ? Shown : int.MaxValue;
            table.AddRow(new Text(platform.Id), new Text(platform.Name), new Text(Beginning(platform.Domains, shown)), new Text(Beginning([.. platform.Marks.Select(Show)], shown)));
        }

        using var target = OutputTarget.Open(path: null, []);
        target.Write(new Terminal(parsed.GetValue(_noColor)).Render(table));
        target.Commit();
        return (int)ExitCode.Done;
    }

    private static string Beginning(IReadOnlyCollection<string> names, int shown) => names.Count <= shown
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(shown))} +{names.Count - shown}");

    private static string Show(EmbedMark mark) => mark.Kind switch
    {
        EmbedMarkKind.Class => $".{mark.Name}",
        EmbedMarkKind.Element => $"<{mark.Name}>",
        _ => $"[{mark.Name}]",
    };
}
