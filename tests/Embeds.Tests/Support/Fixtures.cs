using System.Reflection;

namespace Embeds.Tests.Support;

/// <summary>The fixture folder of the repository, and the folder of measuring material beside it when there is one.</summary>
internal static class Fixtures
{
    public static string Root { get; } = Folder("Fixtures");

    /// <summary>The pages for readers, some of which are held against the code.</summary>
    public static string Docs { get; } = Folder("Docs");

    public static string Samples { get; } = Folder("Samples");

    /// <summary>Null on a machine without it: tests that need it say so and are skipped.</summary>
    public static string? Shared { get; } = Directory.Exists(Folder("Shared")) ? Folder("Shared") : null;

    /// <summary>When set, tests over fixture folders write what they got as what they expect, for review in the diff.</summary>
    public static bool Rewrite { get; } = Environment.GetEnvironmentVariable("EMBEDS_REWRITE_EXPECTED") == "1";

    private static string Folder(string name) => Path.GetFullPath(
        typeof(Fixtures).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!);
}
