using System.Collections.Frozen;

namespace Embeds.Cli.Sources;

/// <summary>The articles in a folder and in all folders below it, in the order of their names.</summary>
internal static class SourceFolder
{
    /// <summary>What pages load and crawlers keep beside them: no articles, whatever they say.</summary>
    private static readonly FrozenSet<string> NoArticles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".7z", ".aac", ".avi", ".avif", ".bmp", ".br", ".bz2", ".cdx", ".cdxj", ".css", ".csv", ".db", ".dll", ".doc", ".docx", ".eot", ".epub", ".exe", ".flac", ".flv", ".gif", ".gz", ".heic", ".ico", ".jpeg",
        ".jpg", ".js", ".json", ".jsonl", ".jxl", ".less", ".log", ".m3u8", ".m4a", ".m4v", ".map", ".mjs", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".ndjson", ".ods", ".odt", ".ogg", ".ogv", ".opus", ".otf", ".pdf",
        ".png", ".ppt", ".pptx", ".rar", ".scss", ".so", ".svg", ".swf", ".tar", ".tgz", ".tif", ".tiff", ".ts", ".ttf", ".vtt", ".wasm", ".wav", ".webm", ".webmanifest", ".webp", ".wmv", ".woff", ".woff2", ".xls", ".xlsx", ".xz", ".zip", ".zst");

    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true };

    /// <summary>One folder's names are in memory at a time, and those of the folders around it.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        var open = new Stack<IEnumerator<string>>();
        open.Push(Entries(folder).GetEnumerator());
        while (open.Count > 0)
        {
            if (!open.Peek().MoveNext())
                open.Pop();
            else if (!Directory.Exists(open.Peek().Current))
                yield return open.Peek().Current;
            // A link to a folder may lead back to where it stands.
            else if (new DirectoryInfo(open.Peek().Current).LinkTarget is null)
                open.Push(Entries(open.Peek().Current).GetEnumerator());
        }
    }

    private static IEnumerable<string> Entries(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", Visible).Where(path => Directory.Exists(path) || MayBeArticle(path)).Order(StringComparer.Ordinal);

    private static bool MayBeArticle(string path) =>
        path.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase) || !NoArticles.Contains(Path.GetExtension(path));
}
