using System.CommandLine;
using System.Text;
using Embeds.Cli.Commands;
using Embeds.Cli.Output;

namespace Embeds.Cli;

/// <summary>From the words that were typed to an exit code; nothing else ends this process.</summary>
internal static class CommandLine
{
    /// <summary>An argument that begins with '@' is a source like any other.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Signals and exceptions are handled here, with this program's exit codes.</summary>
    private static readonly InvocationConfiguration Invoking = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    public static async Task<ExitCode> RunAsync(string[] args)
    {
        using var interrupt = new Interrupt();
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            ConsoleCommand[] others = [new RewriteCommand(), new VerifyCommand(), new PlatformsCommand()];
            var main = new CaptureCommand(others);
            var named = args is [var name, ..] ? others.Prepend(main).FirstOrDefault(command => command.Name == name) : null;
            // The main job needs no name, and a name is one only in the first place: any later "verify" is a source.
            var words = named is null ? args : args[1..];
            var parsed = (named ?? main).Parse(words, Parsing);
            if (parsed.Action is not HelpPage)
                ConsoleCommand.RefuseMistakes(parsed, words);
            return (ExitCode)await interrupt.WaitForAsync(Task.Run(() => parsed.InvokeAsync(Invoking, interrupt.Token)));
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return interrupt.ExitCode;
        }
        catch (CommandException e) when (e.ExitCode == ExitCode.OutputClosed)
        {
            return e.ExitCode;
        }
        catch (CommandException e)
        {
            return Say(e.ExitCode, e.Message);
        }
        catch (Exception e)
        {
            // The last boundary: whatever comes here is a defect, and a user has no use for its stack.
            return Say(ExitCode.Defect, $"This should not have happened, and is a defect of embeds: please report it with the command that you ran. ({e.GetType().Name}: {e.Message})");
        }
    }

    private static ExitCode Say(ExitCode exitCode, string sentence)
    {
        Console.Error.WriteLine($"embeds: {TerminalText.OneLine(sentence)}");
        return exitCode;
    }
}
