using System.Runtime.CompilerServices;
using Embeds.Articles;
using Embeds.Articles.Warc;

namespace Embeds;

/// <summary>
/// One of many articles, named but not yet read: an address, a file, a page in a web archive, bytes at hand. It is read when
/// its turn comes, so that a long sequence of sources costs no more memory than a short one.
/// </summary>
/// <example>
/// <code>
/// await foreach (ArticleOutcome outcome in archiver.ArchiveManyAsync(ArticleSource.FromWarcAsync("crawl.warc.gz")))
///     Console.WriteLine($"{outcome.Source.Name}: {outcome.Quotes?.Blocks.Length ?? 0} posts");
/// </code>
/// </example>
public sealed class ArticleSource
{
    private const int DefaultMaxRecord = 16 * 1024 * 1024;

    private readonly Func<int, CancellationToken, ValueTask<ReadOnlyMemory<byte>>>? _read;

    private ArticleSource(string name, Uri? url, Func<int, CancellationToken, ValueTask<ReadOnlyMemory<byte>>>? read)
    {
        Name = name;
        Url = url;
        _read = read;
    }

    /// <summary>What the source is called in results: the address, the path, <c>crawl.warc.gz#17</c> for a record of an archive.</summary>
    public string Name { get; }

    /// <summary>The article's address; null when only the page itself may know it.</summary>
    public Uri? Url { get; }

    /// <summary>When the article was archived; null for a source that is no archive.</summary>
    public DateTimeOffset? RetrievedAt { get; private init; }

    /// <summary>Whether it has to be fetched.</summary>
    internal bool IsRemote => _read is null;

    internal ArticleHints Hints => new() { Url = Url, Charset = Charset, Name = Name, RetrievedAt = RetrievedAt };

    private string? Charset { get; init; }

    /// <summary>What is known to be missing of it; null when nothing is.</summary>
    internal CaptureIssue? Issue { get; private init; }

    /// <summary>An article on the web.</summary>
    /// <param name="url">Its address: absolute, http or https.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is relative.</exception>
    public static ArticleSource FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            ? new ArticleSource(url.AbsoluteUri, url, null)
            : throw new ArgumentException("Give an absolute address, such as https://news.example/story.", nameof(url));
    }

    /// <summary>An article that is at hand.</summary>
    /// <param name="name">What it is called in results. Its ending counts where the content leaves the format open.</param>
    /// <param name="article">Its bytes.</param>
    /// <param name="url">Its address, when it is known.</param>
    public static ArticleSource FromBytes(string name, ReadOnlyMemory<byte> article, Uri? url = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new ArticleSource(name, url, (_, _) => ValueTask.FromResult(article));
    }

    /// <summary>An article in a file.</summary>
    /// <param name="path">Its path. A file that is not there becomes an error of this source (<c>not-found</c>), not of the run.</param>
    /// <param name="url">The article's address, when it is known.</param>
    public static ArticleSource FromFile(string path, Uri? url = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ArticleSource(path, url, (maxBytes, cancellationToken) => ReadFileAsync(path, maxBytes, cancellationToken));
    }

    /// <summary>Whether a file is a web archive (WARC, gzipped or not), by its content. False for what cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static bool IsWarc(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[4096];
            // What is read of a pipe is gone for who reads it next.
            return file.CanSeek && WarcReader.Is(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The pages of a web archive in a file, read as they are asked for.</summary>
    /// <param name="path">The file: WARC 0.17 to 1.1, gzipped or not.</param>
    /// <param name="maxRecordBytes">Bytes that a record may have as it was archived; a larger one gives a source that is refused as <c>too-large</c>. At least 1; default 16 MiB.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>A source for each page, as from a stream.</returns>
    public static async IAsyncEnumerable<ArticleSource> FromWarcAsync(string path, int maxRecordBytes = DefaultMaxRecord, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        await foreach (var source in FromWarcAsync(file, path, maxRecordBytes, cancellationToken).ConfigureAwait(false))
            yield return source;
    }

    /// <summary>The pages of a web archive, read as they are asked for: one record is in memory at a time.</summary>
    /// <param name="archive">The archive: WARC 0.17 to 1.1, gzipped or not. It is read to its end and left open.</param>
    /// <param name="name">What the archive is called in results.</param>
    /// <param name="maxRecordBytes">Bytes that a record may have as it was archived; a larger one gives a source that is refused as <c>too-large</c>. At least 1; default 16 MiB.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// A source for each answer of status 200 in HTML and each record of text, in the archive's order. Where the archive is damaged
    /// or breaks off, the last source is the archive itself, which is refused as <c>bad-warc</c> or <c>truncated-warc</c>.
    /// </returns>
    public static async IAsyncEnumerable<ArticleSource> FromWarcAsync(Stream archive, string name, int maxRecordBytes = DefaultMaxRecord, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRecordBytes, 1);
        var head = new byte[2];
        var known = await archive.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        using var whole = new ContinuedStream(head.AsMemory(0, known), archive);
        using var reader = new WarcReader(whole, WarcReader.IsGzip(head), maxRecordBytes);
        var pages = WarcPage.ReadAllAsync(reader, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            var end = (ArticleUnreadableException?)null;
            while (end is null)
            {
                try
                {
                    if (!await pages.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                }
                catch (ArticleUnreadableException e)
                {
                    end = e;
                }

                yield return end is null ? Of(pages.Current, name) : new ArticleSource(name, null, (_, _) => throw end);
            }
        }
    }

    /// <exception cref="ArticleUnreadableException">It cannot be read or is too large.</exception>
    internal ValueTask<ReadOnlyMemory<byte>> ReadAsync(int maxBytes, CancellationToken cancellationToken) =>
        _read is { } read ? read(maxBytes, cancellationToken) : throw new InvalidOperationException("An address is fetched, not read.");

    private static ArticleSource Of(WarcPage page, string archive) =>
        new(FormattableString.Invariant($"{archive}#{page.Number}"), page.Url, (maxBytes, _) => ValueTask.FromResult(page.Bytes(maxBytes)))
        {
            RetrievedAt = page.Date,
            Charset = page.Charset,
            Issue = page.IsCut ? new CaptureIssue { Code = "truncated", Message = "The archive holds only the beginning of the page: what stood behind it is missing." } : null,
        };

    private static async ValueTask<ReadOnlyMemory<byte>> ReadFileAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } file && file.Length > maxBytes)
                throw new ArticleUnreadableException("too-large", FormattableString.Invariant($"The article has {file.Length:N0} bytes; the limit is {maxBytes:N0}."));
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArticleUnreadableException("not-found", "There is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ArticleUnreadableException("not-readable", $"The file cannot be read: {e.Message}", e);
        }
    }
}
