using System.Runtime.CompilerServices;

namespace Embeds.Articles.Warc;

/// <summary>A page in a web archive: an answer of status 200 in HTML, or a text that was kept without an answer around it.</summary>
internal sealed class WarcPage
{
    private readonly WarcRecord _record;
    private readonly ArchivedAnswer? _answer;

    private WarcPage(WarcRecord record, ArchivedAnswer? answer)
    {
        _record = record;
        _answer = answer;
    }

    /// <summary>Its record's place in the file, counted from 1.</summary>
    public long Number => _record.Number;

    public Uri? Url => _record.Target;

    public DateTimeOffset? Date => _record.Date;

    public bool IsCut => _record.IsCut;

    public string? Charset => _answer?.Header.Parameter("content-type", "charset");

    /// <summary>The pages of an archive, in its order. Pictures, styles, redirects, repeated and broken answers are stepped over.</summary>
    /// <exception cref="ArticleUnreadableException">The file is damaged or breaks off; the pages before that place were given.</exception>
    public static async IAsyncEnumerable<WarcPage> ReadAllAsync(WarcReader archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in archive.ReadAsync(MayBePage, cancellationToken).ConfigureAwait(false))
        {
            if (record.IsTooLarge)
            {
                if (record.Target is not null)
                    yield return new WarcPage(record, null);
                continue;
            }

            if (!IsAnswer(record.Header))
                yield return new WarcPage(record, null);
            else if (ArchivedAnswer.Read(record.Block) is { Status: 200 or 203 } answer && IsPage(answer))
                yield return new WarcPage(record, answer);
        }
    }

    /// <summary>The page's own bytes.</summary>
    /// <exception cref="ArticleUnreadableException">It is too large, or cannot be decompressed.</exception>
    public ReadOnlyMemory<byte> Bytes(int maxBytes)
    {
        if (_record.IsTooLarge)
            throw new ArticleUnreadableException("too-large", $"The archived page has {_record.Header["content-length"]} bytes, more than allowed.");
        return _answer?.Decode(maxBytes) ?? _record.Block;
    }

    private static bool MayBePage(MimeHeader header) => header["warc-type"]?.ToUpperInvariant() switch
    {
        "RESPONSE" => IsAnswer(header),
        // Texts that were taken out of pages (WET files), and pages that did not come over HTTP.
        "CONVERSION" or "RESOURCE" => IsText(header["content-type"]),
        _ => false,
    };

    private static bool IsAnswer(MimeHeader header) => header["content-type"]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPage(ArchivedAnswer answer) =>
        answer.Header["content-type"] is { } type ? IsHtml(type) : answer.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static bool IsHtml(string type) =>
        type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string? type) => type is not null && (IsHtml(type) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase));
}
