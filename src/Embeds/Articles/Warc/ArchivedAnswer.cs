using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Embeds.Articles.Warc;

/// <summary>An HTTP answer as an archive keeps it: status line, header, and the body as it came over the wire.</summary>
/// <param name="Status">The status.</param>
/// <param name="Header">The header.</param>
/// <param name="Body">The body, with its chunks and its compression.</param>
internal sealed record ArchivedAnswer(int Status, MimeHeader Header, ReadOnlyMemory<byte> Body)
{
    private const int MaxHeader = 256 * 1024;
    private const int MaxEncodings = 3;
    private const int ReadSize = 64 * 1024;

    /// <returns>Null for what is no HTTP answer.</returns>
    public static ArchivedAnswer? Read(ReadOnlyMemory<byte> message)
    {
        var head = message.Span[..Math.Min(message.Length, MaxHeader)];
        if (!head.StartsWith("HTTP/"u8))
            return null;
        var (crlf, lf) = (head.IndexOf("\r\n\r\n"u8), head.IndexOf("\n\n"u8));
        var end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : head.Length;
        var text = Encoding.Latin1.GetString(head[..end]);
        return StatusOf(text) is { } status ? new ArchivedAnswer(status, MimeHeader.Read(text), message[end..]) : null;
    }

    /// <summary>The body without its chunks and its compression.</summary>
    /// <param name="maxBytes">The most that may come out.</param>
    /// <exception cref="ArticleUnreadableException">It is larger, cannot be decompressed, or is compressed in a way that is not known.</exception>
    public ReadOnlyMemory<byte> Decode(int maxBytes)
    {
        var body = string.Equals(Header["transfer-encoding"], "chunked", StringComparison.OrdinalIgnoreCase) ? WithoutChunks(Body) : Body;
        var encodings = (Header["content-encoding"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (encodings.Length > MaxEncodings)
            throw new ArticleUnreadableException("unknown-encoding", "The archived page is compressed many times over.");
        // The last one named was the last one applied.
        foreach (var encoding in encodings.Reverse())
            body = Decompress(body, encoding, maxBytes);
        return body;
    }

    // HTTP/1.1 200 OK
    private static int? StatusOf(string head) =>
        head.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && blank + 4 <= head.Length
        && int.TryParse(head.AsSpan(blank + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;

    /// <summary>Some archivers take the chunks apart and keep the header that announces them.</summary>
    private static ReadOnlyMemory<byte> WithoutChunks(ReadOnlyMemory<byte> body)
    {
        var whole = new byte[body.Length];
        var length = 0;
        for (var rest = body.Span; SizeOfChunk(rest, out var begin) is { } size; rest = rest[Math.Min(rest.Length, begin + size)..].TrimStart("\r\n"u8))
        {
            if (size == 0)
                return whole.AsMemory(0, length);
            var chunk = rest.Slice(begin, Math.Min(size, rest.Length - begin));
            chunk.CopyTo(whole.AsSpan(length));
            length += chunk.Length;
        }

        return length == 0 ? body : whole.AsMemory(0, length);
    }

    private static int? SizeOfChunk(ReadOnlySpan<byte> rest, out int begin)
    {
        begin = rest.IndexOf((byte)'\n') + 1;
        var line = rest[..begin];
        if (line.IndexOf((byte)';') is var extension and >= 0)
            line = line[..extension];
        return int.TryParse(line.Trim(" \r\n"u8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size >= 0 ? size : null;
    }

    private static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> body, string encoding, int maxBytes)
    {
        // Archivers also keep the header of a body that they have decompressed.
        switch (encoding.ToUpperInvariant())
        {
            case "IDENTITY" or "NONE":
            case "GZIP" or "X-GZIP" when !WarcReader.IsGzip(body.Span):
                return body;
            case "GZIP" or "X-GZIP":
                return Inflate(body, static s => new GZipStream(s, CompressionMode.Decompress), maxBytes);
            case "BR":
                return Inflate(body, static s => new BrotliStream(s, CompressionMode.Decompress), maxBytes);
            case "DEFLATE" when body.Span is [0x78, ..]:
                return Inflate(body, static s => new ZLibStream(s, CompressionMode.Decompress), maxBytes);
            case "DEFLATE":
                return Inflate(body, static s => new DeflateStream(s, CompressionMode.Decompress), maxBytes);
            default:
                throw new ArticleUnreadableException("unknown-encoding", $"The archived page is compressed as '{encoding}', which is not known.");
        }
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> body, Func<Stream, Stream> decompress, int maxBytes)
    {
        using var plain = decompress(new MemoryStream(body.ToArray(), writable: false));
        using var whole = new MemoryStream();
        var buffer = new byte[ReadSize];
        try
        {
            while (plain.Read(buffer) is > 0 and var read)
            {
                if (whole.Length + read > maxBytes)
                    throw new ArticleUnreadableException("too-large", FormattableString.Invariant($"The archived page is larger than {maxBytes:N0} bytes when it is decompressed."));
                whole.Write(buffer, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            // A page that breaks off is read as far as it goes, as browsers do; a body that was never compressed is the page.
            if (whole.Length == 0)
                return body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? body : throw new ArticleUnreadableException("bad-warc", "The archived page cannot be decompressed.", e);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
