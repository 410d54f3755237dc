using System.Runtime.CompilerServices;
using System.Text;

namespace Embeds.Benchmarks;

/// <summary>The pages under measurement, in memory.</summary>
internal static class Pages
{
    public static string Folder { get; set; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../samples/articles"));

    public static byte[][] Bytes() => [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public static string[] Texts() => [.. Bytes().Select(Encoding.UTF8.GetString)];

    private static string Here([CallerFilePath] string path = "") => path;
}
