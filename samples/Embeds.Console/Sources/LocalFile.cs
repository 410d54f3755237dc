namespace Embeds.Cli.Sources;

/// <summary>Reads a file or standard input whole, but never more of it than is allowed: a pipe or a device may have no end.</summary>
internal static class LocalFile
{
    private const int ReadSize = 64 * 1024;

    /// <summary>Reads a file, or standard input where the name is <c>-</c>. Cancelling ends the wait at once, whatever the pipe does.</summary>
    /// <exception cref="ArticleUnreadableException">It is not there, no file, not to be opened, or too large.</exception>
    public static Task<ReadOnlyMemory<byte>> ReadAsync(string name, int maxBytes, CancellationToken cancellationToken) =>
        (name == "-" ? ReadStandardInputAsync(maxBytes, cancellationToken) : ReadFileAsync(name, maxBytes, cancellationToken)).WaitAsync(cancellationToken);

    private static async Task<ReadOnlyMemory<byte>> ReadFileAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new ArticleUnreadableException("folder", $"This is a folder: name the files in it, such as {Path.Join(path, "*.html")}.");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.Asynchronous);
            return await ReadStreamAsync(file, maxBytes, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new ArticleUnreadableException("not-found", Missing(path), e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ArticleUnreadableException("not-readable", $"The file cannot be read: {e.Message}", e);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadStandardInputAsync(int maxBytes, CancellationToken cancellationToken)
    {
        using var input = Console.OpenStandardInput();
        return await ReadStreamAsync(input, maxBytes, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadStreamAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[ReadSize];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (all.Length + read > maxBytes)
                throw new ArticleUnreadableException("too-large", FormattableString.Invariant($"This is larger than the {maxBytes:N0} bytes allowed."));
            all.Write(buffer, 0, read);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    private static string Missing(string path) =>
        path.Contains('.', StringComparison.Ordinal) && !Path.IsPathRooted(path) && Uri.TryCreate("https://" + path, UriKind.Absolute, out var address) && path.Contains('/', StringComparison.Ordinal)
            ? $"There is no such file; for a page on the web type {address}."
            : "There is no such file.";
}
