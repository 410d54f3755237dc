using System.Collections.Immutable;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>
/// Lemmy and its kin (PieFed, Mbin): posts and comments of forums. They have no embeds, and their paths are anybody's
/// (<c>/post/12</c>), so a post is known only on the servers known here.
/// </summary>
internal sealed class LemmyPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "lemmy";

    /// <inheritdoc/>
    public override string Name => "Lemmy";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "ani.social", "aussie.zone", "beehaw.org", "discuss.online", "discuss.tchncs.de", "feddit.de", "feddit.it", "feddit.nl", "feddit.org",
        "feddit.uk", "fedia.io", "hexbear.net", "jlai.lu", "kbin.earth", "kbin.run", "kbin.social", "lemm.ee", "lemmy.blahaj.zone", "lemmy.ca",
        "lemmy.dbzer0.com", "lemmy.ml", "lemmy.one", "lemmy.sdf.org", "lemmy.world", "lemmy.zip", "lemmygrad.ml", "midwest.social",
        "piefed.social", "programming.dev", "sh.itjust.works", "slrpnk.net", "sopuli.xyz",
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["post", var id, ..] => Link(address, $"post/{id}", id, PostKind.Post),
        ["comment", var id, ..] => Link(address, $"comment/{id}", id, PostKind.Comment),
        ["m", var magazine, "t" or "p", var id, ..] when MastodonStatus.IsUser(magazine) => Link(address, $"m/{magazine}/{address.Segments[2]}/{id}", id, PostKind.Post),
        _ => null,
    };

    private static PostLink? Link(WebAddress address, string path, string id, PostKind kind) =>
        MastodonStatus.IsNumber(id) ? new PostLink
        {
            Platform = "lemmy",
            // Posts and comments are counted apart.
            NativeId = $"{address.Host}/{path}",
            Permalink = $"https://{address.Host}/{path}",
            Kind = kind,
            Seen = address.Text,
        }
        : null;

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => LemmySources.Of(this, link);
}
