namespace Embeds.Cli;

/// <summary>A command cannot be carried out. The message says why in one sentence, and what to type instead.</summary>
internal sealed class CommandException(ExitCode exitCode, string message) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;
}
