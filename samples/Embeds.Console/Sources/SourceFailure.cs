namespace Embeds.Cli.Sources;

/// <summary>Why a source could not be read.</summary>
/// <param name="Code">A stable short name.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="ExitCode">What the process ends with.</param>
internal sealed record SourceFailure(string Code, string Message, ExitCode ExitCode);
