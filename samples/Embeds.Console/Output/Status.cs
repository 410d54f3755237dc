using Spectre.Console;

namespace Embeds.Cli.Output;

/// <summary>A line that moves on the terminal while something is waited for, and is gone afterwards.</summary>
internal sealed class Status
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly StatusContext? _line;
    private readonly Func<int, string> _words;
    private long _shown;
    private int _done;

    private Status(StatusContext? line, Func<int, string> words)
    {
        _line = line;
        _words = words;
    }

    /// <summary>Shows the line while work is done, where there is a terminal to show it on.</summary>
    /// <param name="terminal">The terminal, or what stands in its place.</param>
    /// <param name="show">Whether there is anything to wait for.</param>
    /// <param name="words">What the line says when so many articles are done.</param>
    /// <param name="work">The work.</param>
    public static Task WhileAsync(Terminal terminal, bool show, Func<int, string> words, Func<Status, Task> work) =>
        show && terminal.Errors.Profile.Capabilities.Interactive
            ? terminal.Errors.Status().StartAsync(words(0), line => work(new Status(line, words)))
            : work(new Status(null, words));

    public void Advance()
    {
        _done++;
        // Nobody reads a thousand lines a second.
        if (_line is null || (_shown != 0 && TimeProvider.System.GetElapsedTime(_shown) < Pause))
            return;
        _shown = TimeProvider.System.GetTimestamp();
        _line.Status(_words(_done));
    }
}
