using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Dailymotion.</summary>
internal sealed class DailymotionPlatform : Platform
{
    private static readonly string[] IdAttributes = ["data-videoid", "videoid", "video-id", "data-video-id", "data-src", "src"];

    /// <inheritdoc/>
    public override string Id => "dailymotion";

    /// <inheritdoc/>
    public override string Name => "Dailymotion";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "dailymotion.com", "dai.ly",
        // Country domains of the years before 2012.
        "dailymotion.be", "dailymotion.ch", "dailymotion.co.uk", "dailymotion.de", "dailymotion.es", "dailymotion.fr", "dailymotion.it", "dailymotion.nl", "dailymotion.pl",
        // A newspaper whose video pages are Dailymotion's.
        "lequipe.fr",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Element("amp-dailymotion"), EmbedMark.Element("bento-dailymotion"), EmbedMark.Element("lite-dailymotion"),
        EmbedMark.Attribute("data-video"),
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        if (address.IsUnder("lequipe.fr"))
            return s is ["video", var own] ? Video(address, own) : null;
        if (address.IsUnder("dai.ly"))
            return s is [var shortId] ? Video(address, shortId) : null;
        return s switch
        {
            ["player.html", ..] or ["player", _, ..] => Video(address, address.Query("video")),
            ["services", "oembed", ..] => ReadInner(address, address.Query("url")),
            ["widget" or "playlist" or "search", ..] => null,
            // A language, a section or "embed", "swf", "crawler" may stand before it.
            [.., "video", var id] when s.Length <= 5 => Video(address, id),
            ["swf", var id] => Video(address, id),
            _ => null,
        };
    }

    private static PostLink? Video(WebAddress address, string? text)
    {
        // The title follows the id: "x130bpf_a-walk-in-the-park_travel".
        var id = text?.Split('_', '&')[0];
        return IsId(id)
            ? new PostLink { Platform = "dailymotion", NativeId = id!, Permalink = "https://www.dailymotion.com/video/" + id, Kind = PostKind.Video, Seen = address.Text }
            : null;
    }

    /// <summary>Public ids are <c>x</c> and a number in base 36; private ones are <c>k</c> and letters of both cases.</summary>
    private static bool IsId(string? text) => text switch
    {
        ['x', .. var rest] => rest.Length is >= 1 and <= 12 && rest.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)),
        ['k', .. var rest] => rest.Length is >= 10 and <= 24 && rest.All(char.IsAsciiLetterOrDigit),
        _ => false,
    };

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => id.Length >= 5 && IsId(id) ? ReadOwnLink("https://www.dailymotion.com/video/" + id) : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.dailymotion.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
    [
        OEmbed.Of(this, link, "https://www.dailymotion.com/services/oembed?format=json"),
        new PostSource
        {
            Rule = "dailymotion.api",
            Via = Via.Api,
            Url = $"https://api.dailymotion.com/video/{link.NativeId}?fields={Fields}",
            Gives = PostPage.OfMedia | PostFields.Details,
            Read = answer => ReadVideo(answer, link),
        },
    ];

    private const string Fields = "id,title,description,created_time,duration,explicit,thumbnail_url,views_total,owner.id,owner.screenname,owner.username,owner.url";

    private SourceReading? ReadVideo(SourceAnswer answer, PostLink link)
    {
        var video = answer.Json;
        if (!answer.IsSuccess || video.Text("id") is not { } id)
            return null;
        if (id != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
        var handle = AnswerFacts.Handle(video.Text("owner.username"));
        return SourceReading.Live(answer.Facts() with
        {
            Kind = PostKind.Video,
            Author = new Author
            {
                Name = video.Text("owner.screenname"),
                Handle = handle,
                Id = video.Text("owner.id"),
                Url = video.Address("owner.url") ?? (handle is null ? null : ProfileOf(handle)),
            }.OrNull(),
            Card = video.Text("title") is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = MarkupWords.Read(video.Text("description"))?.Value } : null,
            Published = AnswerFacts.Seconds(video.Number("created_time")),
            Media = [new Media { Type = MediaType.Video, Poster = video.Address("thumbnail_url"), DurationMs = video.Count("duration") * 1000, Sensitive = video.Is("explicit") ? true : null }],
            Metrics = new Metrics { At = answer.At, Views = video.Count("views_total") }.OrNull(),
        });
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) =>
        element.LocalName == "script" ? ReadScript(element) : PlayerElement.Read(this, element, IdAttributes, "https://www.dailymotion.com/video/");

    /// <summary>The player without a frame: a script that is told the video in an attribute; a playlist in its place is no post.</summary>
    private EmbedReading? ReadScript(IElement script)
    {
        if (!WebAddress.TryParse(script.GetAttribute("src") ?? script.GetAttribute("data-src"), out var source) || !source.IsUnder("dailymotion.com"))
            return null;
        return WebAddress.TryParse("https://www.dailymotion.com/video/" + script.GetAttribute("data-video")?.Trim(), out var address) && ReadLink(address) is { } link
            ? new EmbedReading { Link = link, Form = EmbedForm.Script, Facts = PlayerFacts.Of(link, "dailymotion.script", null) }
            : null;
    }

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "dailymotion.frame");
}
