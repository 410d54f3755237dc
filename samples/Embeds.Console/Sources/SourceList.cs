using System.Runtime.CompilerServices;

namespace Embeds.Cli.Sources;

/// <summary>
/// All sources of one run, each when its turn comes: those named on the command line, then those of <c>--from</c>. A web
/// archive is as many sources as it has pages.
/// </summary>
/// <param name="named">The words of the command line.</param>
/// <param name="from">A list, a folder, a web archive, or <c>-</c>; null for none.</param>
/// <param name="maxBytes">Bytes that an article may have.</param>
/// <param name="isOutput">Says of a file that it is written in this run.</param>
internal sealed class SourceList(IReadOnlyList<string> named, string? from, int maxBytes, Func<string, bool> isOutput)
{
    private Func<double?> _part = static () => null;

    /// <summary>The part of <c>--from</c> that was handed out, 0 to 1; null where nobody knows how much there is.</summary>
    public double? Part => _part();

    /// <exception cref="CommandException"><c>--from</c> cannot be read, or a source is the output.</exception>
    public async IAsyncEnumerable<Source> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in named)
        {
            await foreach (var source in ExpandAsync(name, isWhole: false, cancellationToken))
                yield return source;
        }

        await foreach (var source in FromAsync(cancellationToken))
            yield return source;
    }

    private IAsyncEnumerable<Source> FromAsync(CancellationToken cancellationToken) => from switch
    {
        null => AsyncEnumerable.Empty<Source>(),
        _ when Directory.Exists(from) => FolderAsync(from, cancellationToken),
        _ when from != "-" && ArticleSource.IsWarc(from) => ExpandAsync(from, isWhole: true, cancellationToken),
        _ => LinesAsync(from, cancellationToken),
    };

    private async IAsyncEnumerable<Source> ExpandAsync(string name, bool isWhole, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = Source.Of(name);
        if (source.Kind == SourceKind.File && isOutput(name))
            throw new CommandException(ExitCode.Usage, $"--output {name} is also read: name another file.");
        if (source.Kind != SourceKind.File || !ArticleSource.IsWarc(name))
        {
            yield return source;
            yield break;
        }

        using var archive = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        // The last pages are still being read when the archive is closed: what is asked then is the number, not the file.
        var read = 0.0;
        if (isWhole)
            _part = () => read;
        await foreach (var page in ArticleSource.FromWarcAsync(archive, name, maxBytes, cancellationToken))
        {
            read = (double)archive.Position / archive.Length;
            yield return new Source(page.Name, SourceKind.ArchivedPage) { Page = page };
        }

        read = 1;
    }

    private async IAsyncEnumerable<Source> FolderAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var total = new Lazy<int>(() => SourceFolder.Files(folder).Count());
        var done = 0;
        _part = () => done / Math.Max(1.0, total.Value);
        foreach (var file in SourceFolder.Files(folder).Where(file => !isOutput(file)))
        {
            await foreach (var source in ExpandAsync(file, isWhole: false, cancellationToken))
                yield return source;
            done++;
        }
    }

    private async IAsyncEnumerable<Source> LinesAsync(string list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = list == "-" ? Console.OpenStandardInput() : Open(list);
        var read = 0.0;
        if (stream.CanSeek)
            _part = () => read;
        await foreach (var line in LineReader.ReadAsync(stream, list, cancellationToken))
        {
            if (stream.CanSeek)
                read = (double)stream.Position / stream.Length;
            if (line is "" or ['#', ..])
                continue;
            if (line is ['<', ..])
                throw new CommandException(ExitCode.Unreadable, $"--from {list}: this is markup, not a list of sources: to read it as an article, name it without --from.");
            if (line == "-")
                throw new CommandException(ExitCode.Usage, $"--from {list}: a list cannot name standard input (-).");
            await foreach (var source in ExpandAsync(line, isWhole: false, cancellationToken))
                yield return source;
        }
    }

    private static FileStream Open(string list)
    {
        try
        {
            return new FileStream(list, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new CommandException(ExitCode.Unreadable, $"--from {list}: There is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Unreadable, $"--from {list}: {e.Message}");
        }
    }
}
