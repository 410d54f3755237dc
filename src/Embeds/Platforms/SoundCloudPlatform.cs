using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>SoundCloud: tracks and sets.</summary>
internal sealed class SoundCloudPlatform : Platform
{
    // First parts of addresses that are the site's own pages, not accounts.
    private static readonly FrozenSet<string> Pages = new[]
    {
        "charts", "community-guidelines", "creators", "discover", "download", "featured", "for", "groups", "imprint", "jobs", "messages", "mobile", "notifications",
        "oembed", "pages", "people", "player", "popular", "press", "search", "settings", "stations", "stream", "tags", "terms-of-use", "tracks", "upload", "you",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Second parts that are an account's lists, not tracks.
    private static readonly FrozenSet<string> Lists = new[]
    {
        "albums", "comments", "followers", "following", "groups", "likes", "popular-tracks", "reposts", "sets", "spotlight", "toptracks", "tracks",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string Id => "soundcloud";

    /// <inheritdoc/>
    public override string Name => "SoundCloud";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["soundcloud.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Element("amp-soundcloud"), EmbedMark.Element("bento-soundcloud"),
        EmbedMark.Class("soundcloud_player"),
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>A short link (<c>on.soundcloud.com/…</c>) does not tell what it leads to: it may be an account.</remarks>
    public override PostLink? ReadLink(WebAddress address) => address.Host switch
    {
        "on.soundcloud.com" => null,
        "w.soundcloud.com" or "player.soundcloud.com" => ReadInner(address, address.Query("url")),
        "api.soundcloud.com" or "api-v2.soundcloud.com" or "api-widget.soundcloud.com" => ByNumber(address),
        _ => ByName(address),
    };

    /// <summary>
    /// What the player is given: <c>/tracks/367477112</c>, newer <c>/tracks/soundcloud:tracks:367477112</c>. The readable
    /// permalink is not to be had from it without the network.
    /// </summary>
    private static PostLink? ByNumber(WebAddress address)
    {
        if (address.Segments is not ["tracks" or "playlists", var text, ..])
            return null;
        var list = address.Segments[0];
        var prefix = $"soundcloud:{list}:";
        var id = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        if (id.Length is 0 or > 15 || !id.All(char.IsAsciiDigit))
            return null;
        var secret = address.Query("secret_token") is { } token && IsToken(token) ? "?secret_token=" + token : "";
        return new PostLink
        {
            Platform = "soundcloud",
            // Tracks and sets are counted apart.
            NativeId = list == "tracks" ? id : $"{list}/{id}",
            Permalink = $"https://api.soundcloud.com/{list}/{id}{secret}",
            Seen = address.Text,
        };
    }

    private PostLink? ByName(WebAddress address)
    {
        switch (address.Segments)
        {
            case ["oembed", ..]:
                return ReadInner(address, address.Query("url"));
            case ["player", ..]:
                return ReadInner(address, address.Query("url"));
            case [var user, ..] when !IsSlug(user) || Pages.Contains(user):
                return null;
            case [var user, "sets", var set]:
                return Named(address, user, "sets/" + set, set);
            case [var user, "sets", var set, var token] when IsToken(token):
                return Named(address, user, $"sets/{set}/{token}", set);
            case [var user, var track] when !Lists.Contains(track):
                return Named(address, user, track, track);
            case [var user, var track, var token] when IsToken(token) && !Lists.Contains(track):
                return Named(address, user, $"{track}/{token}", track);
            default:
                return null;
        }
    }

    private static PostLink? Named(WebAddress address, string user, string path, string slug) =>
        IsSlug(slug)
            ? new PostLink { Platform = "soundcloud", NativeId = $"{user}/{path}", Handle = user, Permalink = $"https://soundcloud.com/{user}/{path}", Seen = address.Text }
            : null;

    private static bool IsSlug(string text) =>
        text.Length is >= 1 and <= 255 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The key of a private track, without which it does not open.</summary>
    private static bool IsToken(string text) => text.Length is >= 5 and <= 40 && text.StartsWith("s-", StringComparison.Ordinal) && IsSlug(text);

    /// <inheritdoc/>
    /// <remarks>A number alone is a track's.</remarks>
    public override PostLink? FromId(string id) => id.Length >= 5 && id.All(char.IsAsciiDigit) ? ReadOwnLink("https://api.soundcloud.com/tracks/" + id) : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://soundcloud.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Where embedding is switched off oEmbed refuses, and the page does not. What has a number only has a player, which names the page.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => link.Handle is not null
        ? [OfOEmbed(link, link.Permalink), PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Media)]
        :
        [
            new PostSource
            {
                Rule = "soundcloud.player",
                Via = Via.Opengraph,
                Url = "https://w.soundcloud.com/player/?url=" + link.Permalink.Escaped(),
                Gives = PostFields.Author | PostFields.Card | PostFields.Media,
                Accept = PostSource.Page,
                Read = answer => ReadPlayer(answer, link),
            },
            OfOEmbed(link, link.Permalink),
        ];

    private SourceReading? ReadPlayer(SourceAnswer answer, PostLink link)
    {
        if (!answer.IsSuccess)
            return null;
        var named = ReadOwnLink(answer.Page.QuerySelector("link[rel='canonical']")?.GetAttribute("href"));
        return new SourceReading { State = PostState.Unknown, Then = named?.Handle is null ? [] : [OfOEmbed(link, named.Permalink)] };
    }

    /// <param name="link">The track.</param>
    /// <param name="permalink">Its address for readers, as far as it is known.</param>
    private PostSource OfOEmbed(PostLink link, string permalink) => OEmbed.Of(this, link, "https://soundcloud.com/oembed?format=json", url: permalink) with
    {
        Read = answer => OEmbed.Read(this, link, answer) is { Facts: { } facts } reading ? reading with { Facts = WithoutArtist(facts, permalink) } : null,
    };

    /// <summary>The title of an answer is "Track by Artist".</summary>
    private static PostFacts WithoutArtist(PostFacts facts, string permalink)
    {
        if (facts.Card is not { Title: { } title } card)
            return facts;
        var ending = " by " + facts.Author?.Name;
        var track = ending.Length > 4 && title.Length > ending.Length && title.EndsWith(ending, StringComparison.Ordinal) ? title[..^ending.Length] : title;
        return facts with { Card = card with { Url = permalink, Title = track } };
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        var isSet = element.HasAttribute("data-playlistid") || element.GetAttribute("data-playable-type") == "playlists";
        return PlayerElement.Read(this, element, ["data-trackid", "data-playlistid", "data-playable-id", "data-playable-url"], isSet ? "https://api.soundcloud.com/playlists/" : "https://api.soundcloud.com/tracks/");
    }

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "soundcloud.frame");
}
