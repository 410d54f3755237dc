using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>GIPHY: moving pictures, stickers and clips.</summary>
internal sealed class GiphyPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "giphy";

    /// <inheritdoc/>
    public override string Name => "GIPHY";

    /// <inheritdoc/>
    /// <remarks>A short link (<c>gph.is/…</c>) does not tell what it leads to.</remarks>
    public override ImmutableArray<string> Domains { get; } = ["giphy.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        if (address.Host == "i.giphy.com" && s is [var file])
            return Gif(address, file.Split('.')[0], null);
        return s switch
        {
            // The words of the title stand before the id: "happy-dance-3o7TKBX7vWbc7Dhxcc".
            ["gifs" or "stickers", var text, ..] => Gif(address, text[(text.LastIndexOf('-') + 1)..], null),
            ["clips" or "videos", var text, ..] => Gif(address, text[(text.LastIndexOf('-') + 1)..], PostKind.Video),
            ["embed", var id, ..] => Gif(address, id, null),
            // Newer files have a token that begins with "v1." before the id.
            ["media", var token, var id, ..] when token.StartsWith("v1.", StringComparison.Ordinal) => Gif(address, id, null),
            ["media", var id, ..] => Gif(address, id.Split('.')[0], null),
            ["services", "oembed", ..] => ReadInner(address, address.Query("url")),
            _ => null,
        };
    }

    private static PostLink? Gif(WebAddress address, string id, PostKind? kind) =>
        id.Length is >= 8 and <= 32 && id.All(char.IsAsciiLetterOrDigit)
            ? new PostLink { Platform = "giphy", NativeId = id, Permalink = "https://giphy.com/gifs/" + id, Kind = kind, Seen = address.Text }
            : null;

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => id.Length >= 10 && id.Any(char.IsAsciiDigit) && id.Any(char.IsAsciiLetter) ? ReadOwnLink("https://giphy.com/embed/" + id) : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://giphy.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
        [OEmbed.Of(this, link, "https://giphy.com/services/oembed"), PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Media)];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "giphy.frame");
}
