using System.Globalization;
using System.Text;

namespace Embeds.Capture.Http;

/// <summary>One request.</summary>
internal sealed record FetchRequest
{
    public required Uri Url { get; init; }

    public required AcceptedContent Accepted { get; init; }

    /// <summary>The largest body that is taken, in bytes after decompression.</summary>
    public required int MaxBodyBytes { get; init; }

    /// <summary>JSON to post; null asks with a GET.</summary>
    public string? Json { get; init; }

    /// <summary>The host for which another one is asked; null where none is.</summary>
    public string? ForwardedHost { get; init; }

    /// <summary>The time near which a copy is wanted (<c>Accept-Datetime</c>, RFC 7089); null where it does not matter.</summary>
    public DateTimeOffset? Around { get; init; }

    /// <summary>It is not repeated, also where a fault may pass.</summary>
    public bool IsOnce { get; init; }

    /// <summary>What is known of an earlier answer; null where there is none to compare with.</summary>
    public Freshness? Known { get; init; }

    public HttpRequestMessage ToMessage(string userAgent)
    {
        var message = new HttpRequestMessage(Json is null ? HttpMethod.Get : HttpMethod.Post, Url);
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", Accepted.Header);
        if (ForwardedHost is not null)
            message.Headers.TryAddWithoutValidation("X-Forwarded-Host", ForwardedHost);
        if (Around is { } time)
            message.Headers.TryAddWithoutValidation("Accept-Datetime", time.ToString("R", CultureInfo.InvariantCulture));
        if (Known?.ETag is { } tag)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (Known?.LastModified is { } modified)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        if (Json is not null)
            message.Content = new StringContent(Json, Encoding.UTF8, "application/json");
        return message;
    }
}
