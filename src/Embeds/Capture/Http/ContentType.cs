using System.Net.Http.Headers;

namespace Embeds.Capture.Http;

/// <summary>
/// A <c>Content-Type</c> header, read as leniently as browsers do: .NET's own parser gives up at a trailing semicolon.
/// </summary>
/// <param name="MediaType">Such as <c>text/html</c>, in lower case; null where there is none or it has no slash.</param>
/// <param name="Charset">As the server wrote it, without quotes; null where there is none.</param>
internal readonly record struct ContentType(string? MediaType, string? Charset)
{
    private const string CharsetParameter = "charset=";

    public static ContentType Of(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values)
            ? Parse(values.First())
            : default;

    public static ContentType Parse(ReadOnlySpan<char> header)
    {
        string? mediaType = null;
        string? charset = null;
        foreach (Range range in header.SplitAny("; ,\t"))
        {
            ReadOnlySpan<char> part = header[range];
            if (part.StartsWith(CharsetParameter, StringComparison.OrdinalIgnoreCase))
                charset ??= part[CharsetParameter.Length..].Trim("\"'").ToString();
            else if (mediaType is null && MediaTypeHeaderValue.TryParse(part.ToString(), out MediaTypeHeaderValue? type))
                mediaType = type.MediaType?.ToLowerInvariant();
        }

        return new ContentType(mediaType, string.IsNullOrEmpty(charset) ? null : charset);
    }
}
