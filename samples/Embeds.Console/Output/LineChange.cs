namespace Embeds.Cli.Output;

/// <summary>Lines of one version that stand for lines of another.</summary>
internal sealed record LineChange(int Start, int End, int NewStart, int NewEnd);
