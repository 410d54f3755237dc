using System.Reflection;

namespace Embeds.Tests;

/// <summary>Where the tests' files lie.</summary>
internal static class Folders
{
    public static string Fixtures => Named("Fixtures");

    /// <summary>The folder beside the repository with material to measure by; often absent.</summary>
    public static string Shared => Named("Shared");

    private static string Named(string name) => Path.GetFullPath(
        typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => string.Equals(attribute.Key, name, StringComparison.Ordinal)).Value!);
}
