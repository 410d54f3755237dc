using System.Globalization;
using Spectre.Console;

namespace Embeds.Cli.Output;

/// <summary>A line that moves on the terminal while something is waited for, and is gone afterwards.</summary>
internal sealed class Status
{
    private readonly StatusContext? _line;
    private readonly int _total;
    private int _done;

    private Status(StatusContext? line, int total)
    {
        _line = line;
        _total = total;
    }

    /// <summary>Shows the line while work is done, where there is a terminal to show it on.</summary>
    public static Task WhileAsync(Terminal terminal, bool show, int total, Func<Status, Task> work) =>
        show && terminal.Errors.Profile.Capabilities.Interactive
            ? terminal.Errors.Status().StartAsync(Words(0, total), line => work(new Status(line, total)))
            : work(new Status(null, total));

    public void Advance() => _line?.Status(Words(++_done, _total));

    private static string Words(int done, int total) =>
        total == 1 ? "Reading the article (Ctrl-C stops)" : string.Create(CultureInfo.InvariantCulture, $"{done} of {total} articles read (Ctrl-C stops)");
}
