using System.Collections.Immutable;
using System.Net;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>niconico: videos and live programmes.</summary>
internal sealed class NiconicoPlatform : Platform
{
    private const string CardLabel = "【ニコニコ動画】";

    /// <inheritdoc/>
    public override string Id => "niconico";

    /// <inheritdoc/>
    public override string Name => "niconico";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["niconico", "nicovideo"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["nicovideo.jp", "nico.ms"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        [var id] when address.IsUnder("nico.ms") => Of(address, id),
        ["watch" or "shorts", var id] => Of(address, id),
        ["watch", var id, "script"] => Of(address, id),
        ["thumb" or "thumb_watch", var id] when address.Host == "ext.nicovideo.jp" => Of(address, id),
        _ => null,
    };

    private static PostLink? Of(WebAddress address, string id)
    {
        var isLive = id.StartsWith("lv", StringComparison.Ordinal);
        var isVideo = id.StartsWith("sm", StringComparison.Ordinal) || id.StartsWith("nm", StringComparison.Ordinal) || id.StartsWith("so", StringComparison.Ordinal);
        // The videos of channels also go by the bare number of their comments' thread.
        var number = isLive || isVideo ? id[2..] : id;
        if (number.Length is 0 or > 12 || !number.All(char.IsAsciiDigit))
            return null;
        return new PostLink
        {
            Platform = "niconico",
            NativeId = id,
            Permalink = $"https://{(isLive ? "live" : "www")}.nicovideo.jp/watch/{id}",
            Kind = PostKind.Video,
            Seen = address.Text,
        };
    }

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => id.Length > 2 && char.IsAsciiLetterLower(id[0]) ? ReadOwnLink("https://nico.ms/" + id) : null;

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => NiconicoSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The card's frame keeps a link with the title for browsers without frames; its content is text to a parser.</remarks>
    public override PostFacts? ReadFrame(IElement element, PostLink link)
    {
        var title = element.GetAttribute("title") ?? (element.LocalName == "iframe" ? LinkWords(element.TextContent) : null);
        if (title is not null && title.StartsWith(CardLabel, StringComparison.Ordinal))
            title = title[CardLabel.Length..];
        return PlayerFacts.Of(link, "niconico.frame", title);
    }

    private static string? LinkWords(string markup)
    {
        var start = markup.IndexOf("<a ", StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : markup.IndexOf('>', start);
        var close = open < 0 ? -1 : markup.IndexOf('<', open);
        return close < 0 ? null : WebUtility.HtmlDecode(markup[(open + 1)..close]);
    }
}
