using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Spotify: tracks, albums, playlists, shows and episodes.</summary>
internal sealed class SpotifyPlatform : Platform
{
    private const string FrameLabel = "Spotify Embed: ";

    /// <inheritdoc/>
    public override string Id => "spotify";

    /// <inheritdoc/>
    public override string Name => "Spotify";

    /// <inheritdoc/>
    /// <remarks>A short link (<c>spotify.link/…</c>) does not tell what it leads to.</remarks>
    public override ImmutableArray<string> Domains { get; } = ["spotify.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("spotify_player")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        if (address.Host is not ("open.spotify.com" or "play.spotify.com" or "embed.spotify.com"))
            return null;
        if (address.Query("uri") is { } uri)
            return ByUri(address, uri);
        var s = address.Segments;
        while (s is [var first, ..] && (first.StartsWith("embed", StringComparison.Ordinal) || first.StartsWith("intl-", StringComparison.Ordinal)))
            s = s.RemoveAt(0);
        return s switch
        {
            ["oembed", ..] => ReadInner(address, address.Query("url")),
            // Until 2018 a playlist's address went through its owner.
            ["user", _, "playlist", var id, ..] => Of(address, "playlist", id),
            [var kind, var id, ..] => Of(address, kind, id),
            _ => null,
        };
    }

    /// <summary><c>spotify:track:…</c>, <c>spotify:user:…:playlist:…</c>; here and there a whole address.</summary>
    private PostLink? ByUri(WebAddress address, string uri)
    {
        if (uri.StartsWith("http", StringComparison.Ordinal))
            return ReadInner(address, uri);
        var parts = Uri.UnescapeDataString(uri).Split(':');
        return parts switch
        {
            ["spotify", "user", _, "playlist", var id] => Of(address, "playlist", id),
            ["spotify", var kind, var id] => Of(address, kind, id),
            _ => null,
        };
    }

    private static PostLink? Of(WebAddress address, string kind, string id)
    {
        var isPost = kind is "track" or "album" or "playlist" or "show" or "episode";
        return isPost && id.Length == 22 && id.All(char.IsAsciiLetterOrDigit)
            ? new PostLink { Platform = "spotify", NativeId = id, Permalink = $"https://open.spotify.com/{kind}/{id}", Seen = address.Text }
            : null;
    }

    /// <inheritdoc/>
    /// <remarks>An id alone does not tell whether it is a track's or a show's: <c>track/…</c> and <c>spotify:track:…</c> do.</remarks>
    public override PostLink? FromId(string id) =>
        id.StartsWith("spotify:", StringComparison.Ordinal) ? ReadOwnLink("https://open.spotify.com/?uri=" + id) : ReadOwnLink("https://open.spotify.com/" + id);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>oEmbed names no author; the page's description begins with one.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
    [
        OEmbed.Of(this, link, "https://open.spotify.com/oembed", PostFields.Card | PostFields.Media),
        PostPage.Of(this, link, gives: PostPage.OfMedia, read: answer => ReadPage(answer, link)),
    ];

    /// <summary>A show's or an episode's description is "Podcast · Publisher · …".</summary>
    private SourceReading? ReadPage(SourceAnswer answer, PostLink link)
    {
        const string parting = " · ";
        if (PostPage.Read(this, link, answer) is not { Facts: { Author: null } facts } reading || PostPage.Meta(answer.Page, "og:description")?.Split(parting) is not ["Podcast", { Length: > 0 } publisher, ..])
            return null;
        return reading with { Facts = facts with { Author = new Author { Name = publisher } } };
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => PlayerElement.Read(this, element, ["spotifyid", "data-spotifyid"], "https://open.spotify.com/");

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link)
    {
        var title = element.GetAttribute("title")?.Trim();
        if (title is not null && title.StartsWith(FrameLabel, StringComparison.OrdinalIgnoreCase))
            title = title[FrameLabel.Length..];
        return PlayerFacts.Of(link, "spotify.frame", title);
    }
}
