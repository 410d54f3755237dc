using Spectre.Console;
using Spectre.Console.Rendering;

namespace Embeds.Cli.Output;

/// <summary>What the two outputs can show: colour and motion on a terminal, plain words anywhere else.</summary>
internal sealed class Terminal
{
    private const int PipeWidth = 80;
    private const int WidestText = 100;

    private readonly bool _outputColour;

    public Terminal(bool noColour)
    {
        // https://no-color.org: set, and not empty.
        var mayColour = !noColour && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        _outputColour = mayColour && !Console.IsOutputRedirected;
        var moves = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        Errors = Make(Console.Error, mayColour && moves, moves ? ScreenWidth() : int.MaxValue, moves);
    }

    /// <summary>Standard error. Interactive, so that a status line may move on it, only where it is a terminal.</summary>
    public IAnsiConsole Errors { get; }

    /// <summary>Draws for standard output; the last line ends, too.</summary>
    public string Render(IRenderable drawing)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Make(text, _outputColour, Console.IsOutputRedirected ? PipeWidth : Math.Min(ScreenWidth(), WidestText), interactive: false).Write(drawing);
        var lines = text.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines) + "\n";
    }

    private static IAnsiConsole Make(TextWriter writer, bool colour, int width, bool interactive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour || interactive ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static int ScreenWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? Math.Max(width, 40) : PipeWidth;
        }
        catch (IOException)
        {
            return PipeWidth;
        }
    }
}
