using System.Collections.Immutable;
using System.Globalization;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>Pixelfed, on anybody's host.</summary>
internal sealed class PixelfedPlatform : Platform
{
    private const long EpochMs = 1_549_756_800_000;
    private const int MinTimedLength = 17;

    /// <inheritdoc/>
    public override string Id => "pixelfed";

    /// <inheritdoc/>
    public override string Name => "Pixelfed";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
        ["gram.social", "metapixl.com", "pixelfed.art", "pixelfed.de", "pixelfed.social", "pixelfed.tokyo", "pixey.org"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override bool MayOwn(WebAddress address) => address.Segments is ["p", _, { Length: >= MinTimedLength } id, "embed"] && MastodonStatus.IsNumber(id);

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) =>
        address.Segments is ["p", var user, var id, ..] && MastodonStatus.IsNumber(id) && MastodonStatus.IsUser(user)
            ? new PostLink
            {
                Platform = "pixelfed",
                NativeId = $"{address.Host}/{id}",
                Permalink = $"https://{address.Host}/p/{user}/{id}",
                Handle = user.Contains('@') ? user : $"{user}@{address.Host}",
                Seen = address.Text,
            }
            : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => handle.Split('@') is [var user, var host] ? $"https://{host}/{user}" : null;

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Its API wants a token; the post itself is open.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [StatusSources.ActivityPub(this, link)];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Unix milliseconds = (id >> 22) + 1549756800000, as its source says; no published pair confirms it, so only the day is claimed.</remarks>
    public override Published? TimeOf(PostLink link)
    {
        var id = link.NativeId.AsSpan(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1);
        return id.Length >= MinTimedLength && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? PublishedTime.FromUnixMilliseconds((long)(number >> 22) + EpochMs, DatePrecision.Day)
            : null;
    }
}
