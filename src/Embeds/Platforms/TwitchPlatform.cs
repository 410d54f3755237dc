using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Twitch: clips and recorded streams. A live channel shows something else tomorrow, so it is no post.</summary>
internal sealed class TwitchPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "twitch";

    /// <inheritdoc/>
    public override string Name => "Twitch";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["twitch.tv"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        return address.Host switch
        {
            "clips.twitch.tv" => s switch
            {
                ["embed", ..] => Clip(address, address.Query("clip"), null),
                [var slug] => Clip(address, slug, null),
                [var channel, var slug] => Clip(address, slug, channel),
                _ => null,
            },
            "player.twitch.tv" => Video(address, address.Query("video"), null),
            _ => s switch
            {
                ["clip", var slug] => Clip(address, slug, null),
                [var channel, "clip", var slug] => Clip(address, slug, channel),
                ["videos", var id] => Video(address, id, null),
                [var channel, "v" or "video", var id] => Video(address, id, channel),
                // The flash players of before 2016 have it among their parameters.
                _ => Video(address, address.Query("vodID") ?? address.Query("videoId"), null),
            },
        };
    }

    /// <summary>A clip's name tells upper from lower case: <c>FaintLightGullWholeWheat</c>, newer with <c>-0LqwKOVTwqmrSA_e</c> behind it.</summary>
    private static PostLink? Clip(WebAddress address, string? slug, string? channel) =>
        slug is { Length: >= 5 and <= 120 } and not "embed" && char.IsAsciiLetter(slug[0]) && slug.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? Of(address, slug, "https://clips.twitch.tv/" + slug, channel)
            : null;

    private static PostLink? Video(WebAddress address, string? text, string? channel)
    {
        var id = text is ['v', ..] ? text[1..] : text;
        return id is { Length: >= 5 and <= 14 } && id.All(char.IsAsciiDigit) ? Of(address, id, "https://www.twitch.tv/videos/" + id, channel) : null;
    }

    private static PostLink Of(WebAddress address, string id, string permalink, string? channel) => new()
    {
        Platform = "twitch",
        NativeId = id,
        Permalink = permalink,
        Handle = channel?.ToLowerInvariant(),
        Kind = PostKind.Video,
        Seen = address.Text,
    };

    /// <inheritdoc/>
    /// <remarks>A clip's name is made of words that begin with a capital; a word without is a channel's.</remarks>
    public override PostLink? FromId(string id) =>
        ReadOwnLink("https://www.twitch.tv/videos/" + id) ?? (id.Count(char.IsAsciiLetterUpper) >= 3 ? ReadOwnLink("https://clips.twitch.tv/" + id) : null);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.twitch.tv/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>There is no oEmbed any more, and the API wants a client's id.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [PostPage.Of(this, link, gives: PostPage.OfMedia | PostFields.Details, read: ReadShell)];

    /// <summary>The page of what is gone is the site's own, with status 200, and describes a player without a clip.</summary>
    private static SourceReading? ReadShell(SourceAnswer answer)
    {
        if (!answer.IsSuccess || (PostPage.Meta(answer.Page, "twitter:title") ?? PostPage.Meta(answer.Page, "og:title")) is not (null or "Twitch"))
            return null;
        return PostPage.JsonLd(answer.Page).Any(thing => thing.Text("embedUrl") is { } player && player.EndsWith("/embed?clip=", StringComparison.Ordinal))
            ? SourceReading.Of(PostState.Gone, "The page describes a player without a clip.")
            : SourceReading.Of(PostState.Unreachable, "The page shows the site and no video.");
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "twitch.frame");
}
