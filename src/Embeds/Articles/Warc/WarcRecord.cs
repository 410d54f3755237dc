using System.Globalization;

namespace Embeds.Articles.Warc;

/// <summary>One record of a web archive.</summary>
/// <param name="Number">Its place in the file, counted from 1.</param>
/// <param name="Header">Its own header.</param>
/// <param name="Block">What it holds, as it came over the wire; empty where <paramref name="IsTooLarge"/>.</param>
/// <param name="IsTooLarge">It is larger than was allowed, and was stepped over.</param>
internal sealed record WarcRecord(long Number, MimeHeader Header, ReadOnlyMemory<byte> Block, bool IsTooLarge)
{
    /// <summary>The address that was archived; null for records about other things.</summary>
    public Uri? Target =>
        // Wget of 2012 to 2019 put it into angle brackets.
        Uri.TryCreate(Header["warc-target-uri"]?.Trim('<', '>'), UriKind.Absolute, out var target) && target.Scheme is "http" or "https" ? target : null;

    /// <summary>When it was archived.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParse(Header["warc-date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>The crawler stopped before the page's end.</summary>
    public bool IsCut => Header["warc-truncated"] is not null;
}
