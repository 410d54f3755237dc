using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Vimeo: videos and live events.</summary>
internal sealed class VimeoPlatform : Platform
{
    private static readonly string[] IdAttributes =
    [
        "data-vimeo-id", "data-vimeo-url", "data-vimeo-video-id", "videoid", "data-videoid", "video-id", "data-video-id", "data-vimeo", "data-src", "src",
    ];

    /// <inheritdoc/>
    public override string Id => "vimeo";

    /// <inheritdoc/>
    public override string Name => "Vimeo";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["vimeo.com", "vimeopro.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Element("amp-vimeo"), EmbedMark.Element("bento-vimeo"), EmbedMark.Element("lite-vimeo"), EmbedMark.Element("vimeo-video"),
        EmbedMark.Class("lazy-load-vimeo"),
        EmbedMark.Attribute("data-vimeo-id"), EmbedMark.Attribute("data-vimeo-url"), EmbedMark.Attribute("data-vimeo-video-id"), EmbedMark.Attribute("data-vimeo"),
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["video" or "m" or "m_video", var id] => Video(address, id, address.Query("h")),
        ["moogaloop.swf" or "moogaloop_local.swf", ..] => Video(address, address.Query("clip_id"), null),
        ["channels" or "groups", _] => Video(address, address.Fragment, null),
        ["channels", _, var id] => Video(address, id, null),
        ["groups", _, "videos", var id] => Video(address, id, null),
        ["album" or "showcase", _, "video", var id] => Video(address, id, address.Query("h")),
        ["ondemand", _, var id] => Video(address, id, null),
        ["event", var id, .. var rest] => Event(address, id, rest is [.., var hash] and not ["embed"] ? hash : null),
        ["api", "oembed.json" or "oembed.xml"] => ReadInner(address, address.Query("url")),
        [var id] => Video(address, id.StartsWith("clip:", StringComparison.Ordinal) ? id[5..] : id, address.Query("h")),
        [var id, var hash] when IsHash(hash) => Video(address, id, hash),
        [_, "review", var id, _] => Video(address, id, null),
        [_, _, "video", var id] when address.IsUnder("vimeopro.com") => Video(address, id, null),
        _ => null,
    };

    /// <summary>An unlisted video opens only with the hash that belongs to it, so the permalink keeps it.</summary>
    private static PostLink? Video(WebAddress address, string? id, string? hash) =>
        IsNumber(id) ? Of(address, id!, IsHash(hash) ? $"{id}/{hash}" : id!) : null;

    /// <summary>Events are counted apart from videos.</summary>
    private static PostLink? Event(WebAddress address, string id, string? hash) =>
        IsNumber(id) && (hash is null || IsHash(hash)) ? Of(address, "event/" + id, hash is null ? $"event/{id}" : $"event/{id}/{hash}") : null;

    private static PostLink Of(WebAddress address, string id, string path) => new()
    {
        Platform = "vimeo",
        NativeId = id,
        Permalink = "https://vimeo.com/" + path,
        Kind = PostKind.Video,
        Seen = address.Text,
    };

    private static bool IsNumber(string? text) => text is { Length: >= 1 and <= 12 } && text.All(char.IsAsciiDigit);

    private static bool IsHash(string? text) => text is { Length: 10 } && text.All(char.IsAsciiHexDigitLower);

    /// <inheritdoc/>
    /// <remarks>A number of fewer digits is rather an article's.</remarks>
    public override PostLink? FromId(string id) => id.Length >= 6 && IsNumber(id) ? ReadOwnLink("https://vimeo.com/" + id) : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://vimeo.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>oEmbed writes its date without a zone, and leaves out everything where the author wants it so; both may be in the page.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
        [OEmbed.Of(this, link, "https://vimeo.com/api/oembed.json"), PostPage.Of(this, link, gives: PostPage.OfMedia)];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => PlayerElement.Read(this, element, element.ClassList.Contains("lazy-load-vimeo") ? ["href"] : IdAttributes, "https://vimeo.com/");

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "vimeo.frame");
}
