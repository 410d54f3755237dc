using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>
/// Mastodon and the software that names and shows posts as it does. It runs on anybody's host: a post is known by the official
/// markup or by the shape of a frame's address. A bare link counts only on servers known here.
/// </summary>
internal sealed class MastodonPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "mastodon";

    /// <inheritdoc/>
    public override string Name => "Mastodon";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "aus.social", "bildung.social", "c.im", "chaos.social", "climatejustice.social", "cyberplace.social", "det.social",
        "ec.social-network.europa.eu", "fedibird.com", "federate.social", "fediscience.org", "flipboard.social", "floss.social",
        "fosstodon.org", "hachyderm.io", "home.social", "indieweb.social", "infosec.exchange", "ioc.exchange", "journa.host",
        "kolektiva.social", "macaw.social", "mamot.fr", "mas.to", "masto.ai", "masto.es", "masto.pt", "mastodon.art", "mastodon.au",
        "mastodon.cloud", "mastodon.gamedev.place", "mastodon.green", "mastodon.ie", "mastodon.nl", "mastodon.nu", "mastodon.online",
        "mastodon.scot", "mastodon.social", "mastodon.uno", "mastodon.world", "mastodon.xyz", "mastodonapp.uk", "mathstodon.xyz",
        "mindly.social", "mstdn.ca", "mstdn.jp", "mstdn.party", "mstdn.plus", "mstdn.social", "newsie.social", "norden.social",
        "nrw.social", "octodon.social", "oisaur.com", "pawoo.net", "phpc.social", "piaille.fr", "ruby.social", "ruhr.social",
        "scholar.social", "sfba.social", "sigmoid.social", "social.bund.de", "social.coop", "social.overheid.nl", "social.tchncs.de",
        "social.vivaldi.net", "tech.lgbt", "techhub.social", "toot.community", "toot.io", "troet.cafe", "universeodon.com",
        "vis.social", "vmst.io", "wandering.shop", "zirk.us",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("mastodon-embed"), EmbedMark.Element("mastodon-post")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override bool MayOwn(WebAddress address) =>
        address.Segments is [['@', ..], _, "embed"] or [['@', ..], "statuses", _, "embed"] or ["users", _, "statuses", _, "embed"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new(Host: null, "embed.js")];

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        // Its forks with one host each have rooms of their own.
        if (address.IsUnder("truthsocial.com") || address.IsUnder("gab.com"))
            return null;
        return address.Segments switch
        {
            ["ap", "users", var number, "statuses", var id, ..] when MastodonStatus.IsNumber(number) && MastodonStatus.IsNumber(id) => Link(address, $"ap/users/{number}/statuses/{id}", id, null),
            ["notice", var id, ..] when MastodonStatus.IsNumber(id) => Link(address, $"notice/{id}", id, null),
            ["authorize_interaction", ..] => WebAddress.TryParse(address.Query("uri"), out var asked) && asked.Segments is not ["authorize_interaction", ..] ? ReadLink(asked) : null,
            _ => MastodonStatus.In(address.Segments) is { } status ? Link(address, PathOf(status), status.Id, status.User) : null,
        };
    }

    /// <inheritdoc/>
    /// <remarks>A post's address, for its number is only its server's. The name beside it vouches for the host.</remarks>
    public override PostLink? FromId(string id) => StatusOf(id);

    private static string PathOf(MastodonStatus status) => status switch
    {
        { User: null } => $"statuses/{status.Id}",
        _ when !MastodonStatus.IsNumber(status.Id) => $"@{status.User}/statuses/{status.Id}",
        _ => $"@{status.User}/{status.Id}",
    };

    private static PostLink Link(WebAddress address, string path, string id, string? user) => new()
    {
        Platform = "mastodon",
        NativeId = $"{address.Host}/{id}",
        Permalink = $"https://{address.Host}/{path}",
        Handle = user is null || user.Contains('@') ? user : $"{user}@{address.Host}",
        Seen = address.Text,
    };

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => FediverseHandle.ProfileOf(handle);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => StatusSources.Of(this, link, link.NativeId[(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override Published? TimeOf(PostLink link) => MastodonStatus.TimeOf(link.NativeId[(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => element.LocalName switch
    {
        "script" or "body" or "html" => null,
        "iframe" => StatusOf(element.GetAttribute("src")) is { } link ? EmbedReading.LinkOnly(link, EmbedForm.Iframe, "mastodon.frame") : null,
        "mastodon-post" => StatusOf(element.GetAttribute("url") ?? element.GetAttribute("src")) is { } link ? EmbedReading.LinkOnly(link, EmbedForm.Lazy, "mastodon.component") : null,
        _ => ReadQuote(element),
    };

    /// <summary>
    /// The official code since 2024, <c>Post by @ada@social.example · View on Mastodon</c>: no words of the post, but the
    /// account's whole name, whose host may be another than the server's. The script puts its frame inside or in its place.
    /// </summary>
    private EmbedReading? ReadQuote(IElement quote)
    {
        var frame = quote.QuerySelector("iframe[src]");
        if ((StatusOf(quote.GetAttribute("data-embed-url")) ?? StatusOf(frame?.GetAttribute("src")) ?? FirstStatusIn(quote)) is not { } link)
            return null;
        var account = FediverseHandle.In(MarkupText.Of(quote).Text);
        var isAuthors = account is not null && link.Handle is { } handle && FediverseHandle.UserOf(account).Equals(FediverseHandle.UserOf(handle), StringComparison.OrdinalIgnoreCase);
        return new EmbedReading
        {
            Link = link,
            Form = frame is null ? EmbedForm.Blockquote : EmbedForm.Rendered,
            Facts = new PostFacts { Via = Via.Markup, Rule = "mastodon.blockquote", Author = isAuthors ? new Author { Handle = account } : null },
        };
    }

    private PostLink? FirstStatusIn(IElement quote)
    {
        foreach (var anchor in quote.QuerySelectorAll("a[href]"))
        {
            if (StatusOf(anchor.GetAttribute("href")) is { } link)
                return link;
        }

        return null;
    }

    /// <summary>The official markup vouches for the host.</summary>
    private PostLink? StatusOf(string? text) =>
        WebAddress.TryParse(text, out var address) && ReadLink(WrappedAddress.Unwrap(address)) is { } link ? link with { Seen = address.Text } : null;
}
