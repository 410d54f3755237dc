using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>YouTube: videos, Shorts, live streams, community posts and comments.</summary>
internal sealed class YouTubePlatform : Platform
{
    private const string Watch = "https://www.youtube.com/watch?v=";

    private static readonly SearchValues<char> IdChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    // Words that stand where a video's id would and have its length.
    private static readonly FrozenSet<string> NotIds = new[] { "videoseries", "live_stream", "playlist", "user_uploads" }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Id => "youtube";

    /// <inheritdoc/>
    public override string Name => "YouTube";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["youtube", "yt", "youtubevideo"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "youtube.com", "youtube-nocookie.com", "youtubekids.com", "youtu.be", "youtube.googleapis.com", "yt.be",
        // Mirrors that keep the id.
        "deturl.com", "hooktube.com", "inv.nadeko.net", "koutube.com", "piped.video", "pwnyoutube.com", "vid.plus", "yewtu.be", "yourepeat.com", "zwearz.com",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Element("amp-youtube"), EmbedMark.Element("bento-youtube"), EmbedMark.Element("lite-youtube"), EmbedMark.Element("youtube-video"), EmbedMark.Element("youtube"),
        EmbedMark.Class("rll-youtube-player"), EmbedMark.Class("lazyYT"), EmbedMark.Class("lyte"), EmbedMark.Class("lyMe"), EmbedMark.Class("lyte-wrapper"),
        EmbedMark.Class("yvii_single_video_player"), EmbedMark.Class("lazy-load-youtube"), EmbedMark.Class("youtube"),
        EmbedMark.Attribute("data-youtube-id"), EmbedMark.Attribute("data-youtubeid"), EmbedMark.Attribute("data-youtube"), EmbedMark.Attribute("data-youtube-video-id"),
        EmbedMark.Attribute("data-ytid"), EmbedMark.Attribute("data-yt-id"),
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Where a video is to begin (<c>t</c>, <c>start</c>) belongs to the article that shows it, not to the video: it stays in the alias.</remarks>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        if (IsShortener(address.Host))
            return s is [{ Length: >= 11 } shortId, ..] ? Video(address, shortId) : ByPath(address, s);
        if (address.Host.StartsWith("consent.", StringComparison.Ordinal))
            return Inner(address, address.Query("continue"));
        // deturl.com puts itself before the whole address.
        return ByPath(address, s is [var host, ..] && host.EndsWith("youtube.com", StringComparison.Ordinal) ? s.RemoveAt(0) : s);
    }

    private PostLink? ByPath(WebAddress address, ImmutableArray<string> segments) => segments switch
    {
        ["watch" or "watch_popup" or "movie", ..] => Comment(address) ?? Video(address, address.Query("v") ?? (segments.Length > 1 ? segments[1] : null)),
        ["embed" or "v" or "e" or "live", var id, ..] => Video(address, id),
        ["shorts", var id, ..] => Video(address, id, "shorts"),
        ["clip", var code] => Clip(address, code),
        ["post", var id, ..] => Post(address, id),
        ["channel", _, "community", ..] => Post(address, address.Query("lb")),
        [['@', ..], "community", ..] => Post(address, address.Query("lb")),
        ["attribution_link", ..] => Inner(address, address.Query("u")),
        ["oembed", ..] => Inner(address, address.Query("url")),
        // "/user/NAME#p/a/u/1/ID" is how channels showed one of their videos until 2012.
        ["user", _] => Video(address, address.Query("v") ?? (address.Fragment.StartsWith("p/", StringComparison.Ordinal) ? address.Fragment[(address.Fragment.LastIndexOf('/') + 1)..] : null)),
        ["tv"] => Video(address, address.Query("v") ?? (address.Fragment.StartsWith("/watch?v=", StringComparison.Ordinal) ? address.Fragment["/watch?v=".Length..] : null)),
        [] => Video(address, address.Query("v")),
        _ => null,
    };

    private static bool IsShortener(string host) => host is "youtu.be" or "www.youtu.be" or "m.youtu.be" or "yt.be" or "vid.plus" or "yewtu.be" or "inv.nadeko.net";

    private PostLink? Inner(WebAddress address, string? text) =>
        ReadInner(address, text is ['/', ..] ? "https://www.youtube.com" + text : text);

    private static PostLink? Video(WebAddress address, string? text, string? path = null)
    {
        if (VideoId(text) is not { } id)
            return null;
        return Of(address, id, PostKind.Video, path is null ? $"https://www.youtube.com/watch?v={id}" : $"https://www.youtube.com/{path}/{id}");
    }

    /// <summary>Eleven characters; what editors glue behind them (<c>&amp;feature=…</c>) is cut off.</summary>
    private static string? VideoId(string? text)
    {
        if (text is null || text.Length < 11 || text.AsSpan(0, 11).ContainsAnyExcept(IdChars))
            return null;
        var glued = text.Length > 11 && IdChars.Contains(text[11]);
        return glued || NotIds.Contains(text) ? null : text[..11];
    }

    /// <inheritdoc/>
    /// <remarks>Eleven digits are a number of something else: one id in 700 million is made of digits alone.</remarks>
    public override PostLink? FromId(string id) =>
        VideoId(id) == id && !id.All(char.IsAsciiDigit) ? ReadOwnLink(Watch + id) : null;

    private static PostLink? Comment(WebAddress address)
    {
        if (CommentId(address) is not { } comment || VideoId(address.Query("v")) is not { } video)
            return null;
        return Of(address, comment, PostKind.Comment, $"https://www.youtube.com/watch?v={video}&lc={comment}");
    }

    private static string? CommentId(WebAddress address) =>
        address.Query("lc") is { Length: >= 20 and <= 80 } comment && comment.All(c => IdChars.Contains(c) || c == '.') ? comment : null;

    private static PostLink? Post(WebAddress address, string? id)
    {
        if (!IsPostId(id))
            return null;
        return CommentId(address) is { } comment
            ? Of(address, comment, PostKind.Comment, $"https://www.youtube.com/post/{id}?lc={comment}")
            : Of(address, id!, PostKind.Post, $"https://www.youtube.com/post/{id}");
    }

    /// <summary>A clip is a few seconds of a video, which its address does not name.</summary>
    private static PostLink? Clip(WebAddress address, string code) =>
        IsPostId(code) ? Of(address, code, PostKind.Video, $"https://www.youtube.com/clip/{code}") : null;

    private static bool IsPostId(string? id) =>
        id is { Length: 36 } && id.StartsWith("Ugkx", StringComparison.Ordinal) && !id.AsSpan().ContainsAnyExcept(IdChars);

    private static PostLink Of(WebAddress address, string id, PostKind kind, string permalink) =>
        new() { Platform = "youtube", NativeId = id, Kind = kind, Permalink = permalink, Seen = address.Text };

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.youtube.com/@{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => YouTubeSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.ClassList.Contains("lyte-wrapper"))
            return ReadLyte(element);
        var link = PlayerElement.LinkIn(this, element, AttributesOf(element), Watch) ?? LinkInId(element) ?? (IsStandIn(element) ? LinkInside(element) : null);
        return link is null
            ? null
            : new EmbedReading
            {
                Link = link,
                Form = element.LocalName == "youtube" ? EmbedForm.CmsWrapper : PlayerElement.FormOf(element),
                Facts = PlayerFacts.Read(this, link, element, "youtube.player"),
            };
    }

    private static readonly string[] IdAttributes =
    [
        "data-videoid", "videoid", "data-youtube-id", "data-ytid", "data-youtubeid", "data-yt-id", "data-youtube", "data-youtube-video-id", "data-video_id", "data-video-id",
        "data-id", "data-video-url", "data-src", "src", "video-id",
    ];

    private static ReadOnlySpan<string> AttributesOf(IElement element) => element.LocalName switch
    {
        // A component of the site's own, in an article that was written as MDX.
        "youtube" => ["id", "videoid", "url", "src"],
        // Any other link with a video's class is a link: only this plug-in makes a player of it.
        "a" when element.ClassList.Contains("lazy-load-youtube") => ["href"],
        _ => IdAttributes,
    };

    /// <summary>The element's own id is the video's: <c>&lt;div class="lyte" id="WYL_…"&gt;</c>, <c>&lt;div class="youtube" id="…"&gt;</c>.</summary>
    private PostLink? LinkInId(IElement element)
    {
        if (element.Id is not { } own || element.LocalName == "iframe")
            return null;
        var id = own.StartsWith("WYL_", StringComparison.Ordinal) ? own[4..] : own;
        // "HeaderVideo" is a name of the site's making: an id without the plug-in's sign is to look like one.
        var isId = id.Length == 11 && (id.Length != own.Length || id.Any(char.IsAsciiLetterUpper) && id.Any(char.IsAsciiDigit));
        return isId ? ReadOwnLink(Watch + id) : null;
    }

    private static bool IsStandIn(IElement element) =>
        element.LocalName is "lite-youtube" or "amp-youtube" || element.ClassList.Contains("lazyYT") || element.ClassList.Contains("lyte") || element.ClassList.Contains("rll-youtube-player");

    /// <summary>The stand-in holds a link to the video for readers without script, or at least its still.</summary>
    private PostLink? LinkInside(IElement element)
    {
        if (ReadOwnLink(element.QuerySelector("a[href]")?.GetAttribute("href")) is { } linked)
            return linked;
        return WebAddress.TryParse(element.QuerySelector("img[src]")?.GetAttribute("src"), out var still)
            && (still.IsUnder("ytimg.com") || still.Host == "img.youtube.com")
            && still.Segments is ["vi" or "vi_webp" or "an_webp", var id, ..]
            ? ReadOwnLink(Watch + id)
            : null;
    }

    /// <summary>WP YouTube Lyte describes the video in schema.org's words round its stand-in.</summary>
    private EmbedReading? ReadLyte(IElement wrapper)
    {
        var player = wrapper.QuerySelector(".lyte, .lyMe");
        if ((ReadOwnLink(Property(wrapper, "embedURL")) ?? (player is null ? null : LinkInId(player) ?? LinkInside(player))) is not { } link)
            return null;
        var title = Property(wrapper, "name") ?? wrapper.QuerySelector(".tT")?.TextContent;
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Lazy,
            Facts = PlayerFacts.Of(link, "youtube.lyte", title) with { Published = PublishedTime.FromIso(Property(wrapper, "uploadDate")) },
        };
    }

    private static string? Property(IElement element, string name) => element.QuerySelector($"meta[itemprop={name}]")?.GetAttribute("content");

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "youtube.frame");
}
