namespace Embeds.Tests.Rendering;

/// <content>The same strings as cases of a test.</content>
internal static partial class HostileStrings
{
    public static TheoryData<string> AsTheory() => [.. All];
}
