using System.Collections.Immutable;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Parler: the site of 2018 to 2023, of which archives hold copies, and the one that took its name.</summary>
internal sealed class ParlerPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "parler";

    /// <inheritdoc/>
    public override string Name => "Parler";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["parler.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["oembed", ..] => ReadOwnLink(address.Query("url")),
        ["post", var id, ..] when Ulid.Is(id) && id.ToLowerInvariant() is var ulid => Link(address, ulid, $"https://app.parler.com/post/{ulid}"),
        ["post", var id, ..] when Guid.TryParseExact(id, "N", out var old) => Link(address, old.ToString("N"), $"https://parler.com/post/{old:N}"),
        ["feed", var id, ..] when Guid.TryParseExact(id, "D", out var old) => Link(address, old.ToString("D"), $"https://parler.com/feed/{old:D}"),
        _ => null,
    };

    private static PostLink Link(WebAddress address, string id, string permalink) =>
        new() { Platform = "parler", NativeId = id, Permalink = permalink, Seen = address.Text };

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://parler.com/profile/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Of the site before 2023 nothing answers any more.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => Ulid.Is(link.NativeId)
        ? [OEmbed.Of(this, link, "https://app.parler.com/oembed", PostFields.Author | PostFields.Text | PostFields.Card | PostFields.Media), PostPage.Of(this, link)]
        : [];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override Published? TimeOf(PostLink link) => Ulid.TimeOf(link.NativeId);
}
