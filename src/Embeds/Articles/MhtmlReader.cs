using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Embeds.Articles;

/// <summary>
/// Reads a page that a browser saved as one file (RFC 2557: <c>multipart/related</c>, parts in quoted-printable or base64).
/// The frames of the page are parts of their own: each is put into the frame that names it, as <c>srcdoc</c>.
/// </summary>
internal static class MhtmlReader
{
    private const int MaxHeader = 64 * 1024;
    private const int MaxParts = 10_000;
    private const int MaxFrameDepth = 3;

    public static bool Is(ReadOnlySpan<byte> file) =>
        file is [var first, ..] && char.IsAsciiLetter((char)first) && HeaderEnd(file) is var end and > 0 && Ascii(file[..end]) is var header
        && header.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) && header.Contains("boundary=", StringComparison.OrdinalIgnoreCase);

    /// <param name="file">The file.</param>
    /// <param name="maxCharacters">Where the page's text stops taking in frames.</param>
    /// <returns>The page's own part with its frames; null when the file has no part in HTML.</returns>
    public static MhtmlPage? Read(ReadOnlySpan<byte> file, int maxCharacters)
    {
        var end = HeaderEnd(file);
        var header = MimeHeader.Read(Ascii(file[..end]));
        if (header.Parameter("content-type", "boundary") is not { Length: > 0 } boundary)
            return null;
        var parts = Parts(file[end..], boundary);
        var location = header["snapshot-content-location"] ?? header["content-location"];
        var root = parts.Find(p => p.Location is not null && p.Location == location) ?? parts.Find(p => p.Id is not null && p.Id == header.Parameter("content-type", "start")) ?? parts.FirstOrDefault();
        if (root is null)
            return null;
        var frames = parts.Where(p => p.Id is not null && p != root).DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id!, StringComparer.Ordinal);
        return new MhtmlPage(WithFrames(root.Html, frames, maxCharacters, 0), root.Location ?? location, header["date"]);
    }

    private static List<Part> Parts(ReadOnlySpan<byte> body, string boundary)
    {
        var parts = new List<Part>();
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var at = body.IndexOf(delimiter);
        for (var count = 0; at >= 0 && count < MaxParts; count++)
        {
            var rest = body[(at + delimiter.Length)..];
            var next = rest.IndexOf(delimiter);
            if (PartOf(next < 0 ? rest : rest[..next]) is { } part)
                parts.Add(part);
            at = next < 0 ? -1 : at + delimiter.Length + next;
        }

        return parts;
    }

    /// <returns>A part in HTML; null for pictures, styles and the rest.</returns>
    private static Part? PartOf(ReadOnlySpan<byte> part)
    {
        var end = HeaderEnd(part);
        if (end <= 0)
            return null;
        var header = MimeHeader.Read(Ascii(part[..end]));
        if (header["content-type"] is not { } type || !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = Decode(part[end..], header["content-transfer-encoding"]);
        return new Part(header["content-id"], header["content-location"], TextDecoding.Decode(bytes, header.Parameter("content-type", "charset")));
    }

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToUpperInvariant() switch
    {
        "QUOTED-PRINTABLE" => QuotedPrintable.Decode(body),
        "BASE64" => FromBase64(body),
        _ => body,
    };

    private static ReadOnlySpan<byte> FromBase64(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        // A broken end costs what stands behind it, not what stands before.
        _ = Base64.DecodeFromUtf8(body, bytes, out _, out var written);
        return bytes.AsSpan(0, written);
    }

    /// <summary><c>src="cid:frame-1@mhtml.blink"</c> becomes the frame's own address and its document beside it.</summary>
    private static string WithFrames(string html, Dictionary<string, Part> frames, int room, int depth)
    {
        if (frames.Count == 0 || depth >= MaxFrameDepth)
            return html;
        const string Reference = "\"cid:";
        var text = new StringBuilder();
        var copied = 0;
        for (var at = html.IndexOf(Reference, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Reference, at + 1, StringComparison.Ordinal))
        {
            var start = at + Reference.Length;
            var end = html.IndexOf('"', start);
            if (end < 0 || end - start > 200 || !frames.TryGetValue($"<{html[start..end]}>", out var frame) || text.Length + frame.Html.Length > room)
                continue;
            text.Append(html, copied, at - copied).Append('"').Append(WebUtility.HtmlEncode(frame.Location)).Append("\" srcdoc=\"")
                .Append(WebUtility.HtmlEncode(WithFrames(frame.Html, frames, room / 2, depth + 1))).Append('"');
            copied = end + 1;
        }

        return copied == 0 ? html : text.Append(html, copied, html.Length - copied).ToString();
    }

    /// <returns>Where the blank line that ends a header ends; -1 when there is none.</returns>
    private static int HeaderEnd(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, MaxHeader)];
        var crlf = head.IndexOf("\r\n\r\n"u8);
        var lf = head.IndexOf("\n\n"u8);
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf < 0 ? -1 : lf + 2;
    }

    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private sealed record Part(string? Id, string? Location, string Html);
}
