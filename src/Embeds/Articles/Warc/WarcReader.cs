using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Embeds.Articles.Warc;

/// <summary>
/// Reads a web archive (ISO 28500, WARC 0.17 to 1.1), plain or gzipped, record by record. It holds one record at a time,
/// whatever the file's size, and never reserves what a header only promises.
/// </summary>
internal sealed class WarcReader : IDisposable
{
    private const int MaxHeader = 64 * 1024;
    private const int MaxBlankLines = 64;

    private readonly Stream _file;
    private readonly Stream _stream;
    private readonly GZipStream? _unzipped;
    private readonly int _maxRecord;
    private readonly byte[] _buffer = new byte[2 * MaxHeader];
    private int _start;
    private int _end;
    private long _number;

    /// <param name="stream">The archive, from its first byte.</param>
    /// <param name="isGzipped">Whether it begins as gzip does.</param>
    /// <param name="maxRecord">Bytes of a record's block; a larger one is stepped over.</param>
    public WarcReader(Stream stream, bool isGzipped, int maxRecord)
    {
        _file = stream;
        _unzipped = isGzipped ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : null;
        _stream = _unzipped ?? stream;
        _maxRecord = maxRecord;
    }

    /// <summary>Whether a file that begins so is a web archive.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("WARC/"u8) || (IsGzip(head) && BeginsInside(head));

    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    /// <param name="isWanted">Says by a record's header whether its block is read or stepped over.</param>
    /// <param name="cancellationToken">Stops between two reads.</param>
    /// <returns>The wanted records in the file's order.</returns>
    /// <exception cref="ArticleUnreadableException">The file is damaged or breaks off; the records before that place were given.</exception>
    public async IAsyncEnumerable<WarcRecord> ReadAsync(Func<MimeHeader, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await HeaderAsync(cancellationToken).ConfigureAwait(false) is { } header)
        {
            _number++;
            if (!long.TryParse(header["content-length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw Damaged("has no length");
            if (!isWanted(header))
            {
                await SkipAsync(length, cancellationToken).ConfigureAwait(false);
            }
            else if (length > _maxRecord)
            {
                yield return new WarcRecord(_number, header, default, IsTooLarge: true);
                await SkipAsync(length, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                yield return new WarcRecord(_number, header, await BlockAsync((int)length, cancellationToken).ConfigureAwait(false), IsTooLarge: false);
            }
        }
    }

    /// <summary>Gives the decompressor back; the archive itself stays open.</summary>
    public void Dispose() => _unzipped?.Dispose();

    private static bool BeginsInside(ReadOnlySpan<byte> head)
    {
        try
        {
            using var plain = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
            var first = new byte[5];
            return plain.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <returns>Null at the end of the file.</returns>
    private async ValueTask<MimeHeader?> HeaderAsync(CancellationToken cancellationToken)
    {
        for (var blank = 0; ; blank++)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
                return null;
            if (_buffer[_start] is not ((byte)'\r' or (byte)'\n'))
                break;
            _start++;
            if (blank > MaxBlankLines)
                throw Damaged("is preceded by blank lines without end");
        }

        var length = EndOfHeader();
        while (length < 0)
        {
            if (_end - _start >= MaxHeader)
                throw Damaged("has a header without end");
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                throw BrokenOff(_number + 1);
            length = EndOfHeader();
        }

        var text = Encoding.UTF8.GetString(_buffer, _start, length);
        if (!text.StartsWith("WARC/", StringComparison.Ordinal))
            throw Damaged("does not begin as one");
        _start += length;
        return MimeHeader.Read(text);
    }

    private int EndOfHeader()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        var (crlf, lf) = (rest.IndexOf("\r\n\r\n"u8), rest.IndexOf("\n\n"u8));
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf < 0 ? -1 : lf + 2;
    }

    private async ValueTask<ReadOnlyMemory<byte>> BlockAsync(int length, CancellationToken cancellationToken)
    {
        // Grows with what comes: a header may promise megabytes and bring none.
        using var block = new MemoryStream(Math.Min(length, MaxHeader));
        while (block.Length < length)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
                throw BrokenOff(_number);
            var part = (int)Math.Min(length - block.Length, _end - _start);
            block.Write(_buffer, _start, part);
            _start += part;
        }

        return block.GetBuffer().AsMemory(0, length);
    }

    private async ValueTask SkipAsync(long length, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
                throw BrokenOff(_number);
            var part = (int)Math.Min(length, _end - _start);
            _start += part;
            length -= part;
        }
    }

    /// <returns>False at the end of the file.</returns>
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        try
        {
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            return read > 0;
        }
        catch (InvalidDataException)
        {
            // Whether a cut is an error to the decompressor is the host's choice: where nothing more comes, it was one.
            throw await _file.ReadAsync(_buffer.AsMemory(0, 1), cancellationToken).ConfigureAwait(false) == 0 ? BrokenOff(_number + 1) : Damaged("cannot be decompressed");
        }
        catch (IOException e)
        {
            throw new ArticleUnreadableException("not-readable", $"The web archive cannot be read further: {e.Message}", e);
        }
    }

    private ArticleUnreadableException Damaged(string how) => new(
        "bad-warc", FormattableString.Invariant($"The web archive is damaged: what should be record {_number + 1:N0} {how}. The records before it were read."));

    private static ArticleUnreadableException BrokenOff(long number) => new(
        "truncated-warc", FormattableString.Invariant($"The web archive breaks off in record {number:N0}. The records before it were read."));
}
