using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Fediverse;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Truth Social, a fork of Mastodon on one host.</summary>
internal sealed class TruthSocialPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "truthsocial";

    /// <inheritdoc/>
    public override string Name => "Truth Social";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["truthsocial.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("truthsocial-embed")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) =>
        MastodonStatus.In(address.Segments) is { User: { } user, Id.Length: >= 15 } status && MastodonStatus.IsNumber(status.Id)
            ? new PostLink
            {
                Platform = "truthsocial",
                NativeId = status.Id,
                Permalink = $"https://truthsocial.com/@{user}/{status.Id}",
                Handle = user,
                Seen = address.Text,
            }
            : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://truthsocial.com/@{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>It speaks with no other servers. A wall against programs (403) is no word about the post.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [StatusSources.Api(this, link, link.NativeId)];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override Published? TimeOf(PostLink link) => MastodonStatus.TimeOf(link.NativeId);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The official code is a frame, known by its address. A quotation with its class is what Mastodon's newer code would be.</remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "iframe" or "body" or "html")
            return null;
        var frame = element.QuerySelector("iframe[src]");
        var link = ReadOwnLink(element.GetAttribute("data-embed-url")) ?? ReadOwnLink(frame?.GetAttribute("src")) ?? ReadOwnLink(element.QuerySelector("a[href]")?.GetAttribute("href"));
        return link is null ? null : EmbedReading.LinkOnly(link, frame is null ? EmbedForm.Blockquote : EmbedForm.Rendered, "truthsocial.post");
    }
}
