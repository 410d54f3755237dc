using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>YouTube: videos, Shorts, live streams, community posts and comments.</summary>
internal sealed class YouTubePlatform : Platform
{
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
        "hooktube.com", "yewtu.be", "inv.nadeko.net", "koutube.com",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Element("amp-youtube"), EmbedMark.Element("bento-youtube"), EmbedMark.Element("lite-youtube"), EmbedMark.Element("youtube-video"),
        EmbedMark.Class("rll-youtube-player"), EmbedMark.Class("lazyYT"), EmbedMark.Class("lyte"), EmbedMark.Class("youtube_player"),
        EmbedMark.Class("yvii_single_video_player"), EmbedMark.Class("lazy-load-youtube"),
        EmbedMark.Attribute("data-youtube-id"), EmbedMark.Attribute("data-ytid"), EmbedMark.Attribute("data-youtubeid"), EmbedMark.Attribute("data-yt-id"),
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        if (address.IsUnder("youtu.be") || address.IsUnder("yt.be"))
            return s is [var shortId, ..] ? Video(address, shortId) : null;
        if (address.Host.StartsWith("consent.", StringComparison.Ordinal))
            return Inner(address.Query("continue"));
        return s switch
        {
            ["watch" or "watch_popup" or "movie", ..] => Comment(address) ?? Video(address, address.Query("v") ?? (s.Length > 1 ? s[1] : null)),
            ["embed" or "v" or "e", var id, ..] => Video(address, id),
            ["shorts", var id, ..] => Video(address, id, "shorts"),
            ["live", var id, ..] => Video(address, id),
            ["post", var id, ..] => Post(address, id),
            ["channel", _, "community", ..] => Post(address, address.Query("lb")),
            [var user, "community", ..] when user.StartsWith('@') => Post(address, address.Query("lb")),
            ["attribution_link", ..] => Inner(address.Query("u")),
            ["redirect", ..] => null,
            ["oembed", ..] => Inner(address.Query("url")),
            [] or ["user", _] => Video(address, address.Query("v")),
            _ => null,
        };
    }

    private PostLink? Inner(string? text)
    {
        if (text is not null && text.StartsWith('/'))
            text = "https://www.youtube.com" + text;
        return WebAddress.TryParse(text, out var inner) && Domains.Any(inner.IsUnder) ? ReadLink(inner) : null;
    }

    private static PostLink? Video(WebAddress address, string? text, string? path = null)
    {
        if (VideoId(text) is not { } id)
            return null;
        return new PostLink
        {
            Platform = "youtube",
            NativeId = id,
            Kind = PostKind.Video,
            Permalink = path is null ? $"https://www.youtube.com/watch?v={id}" : $"https://www.youtube.com/{path}/{id}",
            Seen = address.Text,
        };
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
        VideoId(id) == id && !id.All(char.IsAsciiDigit) && WebAddress.TryParse("https://www.youtube.com/watch?v=" + id, out var address) ? ReadLink(address) : null;

    private static PostLink? Comment(WebAddress address)
    {
        if (address.Query("lc") is not { Length: >= 20 } comment || VideoId(address.Query("v")) is not { } video || comment.Any(c => !IdChars.Contains(c) && c != '.'))
            return null;
        return new PostLink
        {
            Platform = "youtube",
            NativeId = comment,
            Kind = PostKind.Comment,
            Permalink = $"https://www.youtube.com/watch?v={video}&lc={comment}",
            Seen = address.Text,
        };
    }

    private static PostLink? Post(WebAddress address, string? id) =>
        id is { Length: 36 } && id.StartsWith("Ugkx", StringComparison.Ordinal) && !id.AsSpan().ContainsAnyExcept(IdChars)
            ? new PostLink { Platform = "youtube", NativeId = id, Kind = PostKind.Post, Permalink = $"https://www.youtube.com/post/{id}", Seen = address.Text }
            : null;

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "img" or "body" or "html" || LinkOf(element) is not { } link)
            return null;
        return new EmbedReading
        {
            Link = link,
            Form = element.LocalName is "amp-youtube" or "bento-youtube" ? EmbedForm.Amp : EmbedForm.Lazy,
            Facts = Titled(link, "youtube.player", Label(element)),
        };
    }

    private PostLink? LinkOf(IElement element)
    {
        foreach (var name in IdAttributes)
        {
            if (element.GetAttribute(name)?.Trim() is not { Length: > 0 } value)
                continue;
            var link = WebAddress.TryParse(value, out var address)
                ? Domains.Any(address.IsUnder) ? ReadLink(address) : null
                : FromId(value);
            if (link is not null)
                return link;
        }

        return element.Id is { } own && own.StartsWith("WYL_", StringComparison.Ordinal) && WebAddress.TryParse("https://www.youtube.com/watch?v=" + own[4..], out var lyte)
            ? ReadLink(lyte)
            : null;
    }

    private static readonly string[] IdAttributes =
    [
        "data-videoid", "videoid", "data-youtube-id", "data-ytid", "data-youtubeid", "data-yt-id", "data-video_id", "data-id", "data-src", "src", "href", "video-id",
    ];

    private static string? Label(IElement element) =>
        element.GetAttribute("playlabel") ?? element.GetAttribute("data-alt") ?? element.GetAttribute("data-title") ?? element.GetAttribute("title");

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => Titled(link, "youtube.frame", element.GetAttribute("title"));

    private static PostFacts Titled(PostLink link, string rule, string? title)
    {
        title = title?.Trim();
        var facts = new PostFacts { Via = Via.Markup, Rule = rule };
        return PlayerTitle.IsOfVideo(title) ? facts with { Card = new LinkCard { Url = link.Permalink, Title = title } } : facts;
    }
}
