using System.Collections.Immutable;
using Embeds.Platforms.Fediverse;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Gab, a fork of Mastodon on one host. It has no embeds; articles carry its addresses.</summary>
internal sealed class GabPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "gab";

    /// <inheritdoc/>
    public override string Name => "Gab";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["gab.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        // Its television and its news are other sites.
        _ when address.Host is not ("gab.com" or "www.gab.com") => null,
        ["groups" or "compose" or "api", ..] => null,
        [['@', .. var user], "posts", var id, ..] => Link(address, user, id),
        [var user, "posts", var id, ..] => Link(address, user, id),
        _ => null,
    };

    private static PostLink? Link(WebAddress address, string user, string id) =>
        MastodonStatus.IsUser(user) && MastodonStatus.IsNumber(id)
            ? new PostLink { Platform = "gab", NativeId = id, Permalink = $"https://gab.com/{user}/posts/{id}", Handle = user, Seen = address.Text }
            : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://gab.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>It speaks with no other servers. A wall against programs (403) is no word about the post.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [StatusSources.Api(this, link, link.NativeId)];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override Published? TimeOf(PostLink link) => MastodonStatus.TimeOf(link.NativeId);
}
