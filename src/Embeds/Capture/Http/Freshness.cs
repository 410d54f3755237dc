using System.Globalization;

namespace Embeds.Capture.Http;

/// <summary>What an answer says of its own keeping (RFC 9111).</summary>
/// <param name="Lifetime">How long it may be used without asking; null where it does not say.</param>
/// <param name="MayStore">Whether it may be kept at all.</param>
/// <param name="ETag">Its mark, as sent.</param>
/// <param name="LastModified">Its last change, as sent.</param>
internal sealed record Freshness(TimeSpan? Lifetime, bool MayStore, string? ETag, string? LastModified)
{
    public static Freshness None { get; } = new(null, MayStore: true, null, null);

    public static Freshness Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var control = response.Headers.CacheControl;
        var lifetime = control?.NoCache == true ? TimeSpan.Zero : control?.MaxAge;
        lifetime ??= response.Content.Headers.Expires is { } expires && control is null ? Max(expires - now, TimeSpan.Zero) : null;
        return new Freshness(
            lifetime,
            control is not { NoStore: true } && control is not { Private: true },
            response.Headers.ETag?.ToString(),
            response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture));
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
