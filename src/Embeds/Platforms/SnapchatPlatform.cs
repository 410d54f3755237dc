using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Snapchat: Spotlight videos, public stories and lenses.</summary>
internal sealed class SnapchatPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "snapchat";

    /// <inheritdoc/>
    public override string Name => "Snapchat";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["snapchat.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("snapchat-embed"), EmbedMark.Attribute("data-snapchat-embed-url")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>A short link (<c>snapchat.com/t/…</c>) does not tell what it leads to.</remarks>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["spotlight", var id, ..] => Spotlight(address, id, null),
        [['@', .. var user], "spotlight", var id, ..] => Spotlight(address, id, user),
        ["p", var publisher, var number] when Guid.TryParse(publisher, out _) && IsNumber(number) =>
            Of(address, $"{publisher}/{number}", $"p/{publisher}/{number}", PostKind.Story),
        ["lens", var id, ..] when id.Length == 32 && id.All(char.IsAsciiHexDigit) => Of(address, id, "lens/" + id, null),
        _ => null,
    };

    private static PostLink? Spotlight(WebAddress address, string id, string? user) =>
        id.Length is >= 30 and <= 150 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? Of(address, id, "spotlight/" + id, PostKind.Video) with { Handle = user }
            : null;

    private static PostLink Of(WebAddress address, string id, string path, PostKind? kind) =>
        new() { Platform = "snapchat", NativeId = id, Permalink = "https://www.snapchat.com/" + path, Kind = kind, Seen = address.Text };

    private static bool IsNumber(string text) => text.Length is >= 1 and <= 20 && text.All(char.IsAsciiDigit);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.snapchat.com/@{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
        [PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Time | PostFields.Media, read: answer => ReadSpotlight(link, answer))];

    private SourceReading? ReadSpotlight(PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess || ScriptJson.OfScript(answer, "__NEXT_DATA__") is not { } data)
            return null;
        // After the one that was asked for the page has others to go on with.
        var story = data.Items("props", "pageProps", "spotlightFeed", "spotlightStories").FirstOrDefault(one => one.Text("story", "storyId", "value") == link.NativeId);
        var video = story.At("metadata", "videoMetadata");
        if (video.ValueKind != JsonValueKind.Object)
            return null;
        var handle = AnswerFacts.Handle(video.Text("creator", "personCreator", "username"));
        return SourceReading.Live(answer.Facts() with
        {
            Via = Via.JsonLd,
            Kind = PostKind.Video,
            Author = handle is null ? null : new Author { Handle = handle, Url = ProfileOf(handle) },
            Card = video.Text("name") is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = video.Text("description") } : null,
            Published = video.Number("uploadDateMs") is { } ms ? PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Millisecond) : null,
            Media = [new Media { Type = MediaType.Video, Poster = video.Address("thumbnailUrl") }],
        });
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) =>
        ReadOwnLink(element.GetAttribute("data-snapchat-embed-url")) is { } link
            ? new EmbedReading
            {
                Link = link,
                Form = EmbedForm.Blockquote,
                Facts = PlayerFacts.Of(link, "snapchat.blockquote", element.GetAttribute("data-snapchat-embed-title")),
            }
            : null;

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Of(link, "snapchat.frame", element.GetAttribute("title"));
}
