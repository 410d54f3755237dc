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
        Show();
    }

    /// <summary>Shows the line while work is done, where there is a terminal to show it on.</summary>
    public static Task WhileAsync(Terminal terminal, bool show, int total, Func<Status, Task> work) =>
        show && terminal.Errors.Profile.Capabilities.Interactive
            ? terminal.Errors.Status().StartAsync("", line => work(new Status(line, total)))
            : work(new Status(null, total));

    public void Advance()
    {
        _done++;
        Show();
    }

    private void Show() => _line?.Status(string.Create(CultureInfo.InvariantCulture, $"{(_total > 1 ? $"{_done} of {_total} articles read" : "Reading the article")} (Ctrl-C stops)"));
}
