using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>TikTok, and Douyin, its twin in China.</summary>
internal sealed class TikTokPlatform : Platform
{
    private static readonly SearchValues<char> HandleChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    private static readonly long FirstPlausibleMs = new DateTimeOffset(2016, 9, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public override string Id => "tiktok";

    /// <inheritdoc/>
    public override string Name => "TikTok";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "tiktok.com", "tiktokv.com", "douyin.com",
        // Mirrors that keep the path.
        "tnktok.com", "tfxktok.com", "vxtiktok.com", "tiktxk.com", "tiktokez.com", "kktiktok.com", "dxtiktok.com", "fixtok.wuff.gay", "cocktiktok.com",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
        [EmbedMark.Class("tiktok-embed"), EmbedMark.Element("amp-tiktok"), EmbedMark.Element("bento-tiktok")];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("tiktok.com", "embed.js") { Others = ".tiktok-embed[data-embed-type]" }];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        [['@', .. var handle], "video", var id, ..] => Link(address, id, handle, PostKind.Video),
        [['@', .. var handle], "photo", var id, ..] => Link(address, id, handle, PostKind.Photo),
        ["share", "video", var id, ..] => Link(address, id, null, PostKind.Video),
        ["video", var id, ..] => Link(address, id, null, PostKind.Video),
        ["embed", "v2" or "v3", var id, ..] => Link(address, id, null, PostKind.Video),
        ["embed", var id, ..] => Link(address, id, null, PostKind.Video),
        ["player", "v1", var id, ..] => Link(address, id, null, PostKind.Video),
        ["v", var page, ..] => Link(address, page.EndsWith(".html", StringComparison.Ordinal) ? page[..^5] : page, null, PostKind.Video),
        ["oembed", ..] => ReadOwnLink(address.Query("url")),
        ["login", ..] => ReadOwnLink(address.Query("redirect_url")),
        _ => null,
    };

    private static PostLink? Link(WebAddress address, string id, string? handle, PostKind kind)
    {
        handle = handle is { Length: > 0 } ? handle : null;
        if (!IsId(id) || handle is not null && (handle.Length > 24 || handle.AsSpan().ContainsAnyExcept(HandleChars)))
            return null;
        return Of(id, handle, kind, address.IsUnder("douyin.com"), address.Text);
    }

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => IsId(id) ? Of(id, null, PostKind.Video, isDouyin: false, seen: null) : null;

    private static PostLink Of(string id, string? handle, PostKind kind, bool isDouyin, string? seen)
    {
        var permalink = isDouyin ? $"https://www.douyin.com/video/{id}" : $"https://www.tiktok.com/@{handle}/{(kind == PostKind.Photo ? "photo" : "video")}/{id}";
        return new PostLink { Platform = "tiktok", NativeId = id, Permalink = permalink, Handle = handle, Kind = kind, Seen = seen ?? permalink };
    }

    private static bool IsId(string? text) => text is { Length: >= 18 and <= 20 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.tiktok.com/@{handle}";

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Unix seconds = id >> 32: when the id was reserved, some seconds and at most a minute before the post shows.</remarks>
    public override Published? TimeOf(PostLink link)
    {
        if (!ulong.TryParse(link.NativeId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var ms = (long)(id >> 32) * 1000;
        return ms < FirstPlausibleMs ? null : PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Second);
    }

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => TikTokSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => element.LocalName switch
    {
        "script" or "body" or "html" => null,
        "amp-tiktok" or "bento-tiktok" => ReadAmp(element),
        "iframe" => ReadOwnLink(element.GetAttribute("src")) is { } link ? EmbedReading.LinkOnly(link, EmbedForm.Rendered, "tiktok.frame") : null,
        _ => ReadQuote(element),
    };

    private EmbedReading? ReadAmp(IElement element)
    {
        if (ByIdOrAddress(element.GetAttribute("data-src")) is not { } link)
            return null;
        var quote = element.QuerySelector("blockquote") is { } inner ? ReadQuote(inner) : null;
        return quote?.Link?.NativeId == link.NativeId
            ? quote with { Form = EmbedForm.Amp }
            : EmbedReading.LinkOnly(link, EmbedForm.Amp, "tiktok.amp");
    }

    private PostLink? ByIdOrAddress(string? value)
    {
        value = value?.Trim();
        return value is null ? null : FromId(value) ?? ReadOwnLink(value);
    }

    /// <summary>
    /// The official quotation: author, caption and sound in a <c>section</c>, which the script replaces by its frame. A widget
    /// of an account, a tag or a sound has the same class and cites no video.
    /// </summary>
    private EmbedReading? ReadQuote(IElement quote)
    {
        var frame = quote.QuerySelector("iframe[src]");
        if ((ReadOwnLink(quote.GetAttribute("cite")) ?? ByIdOrAddress(quote.GetAttribute("data-video-id")) ?? ReadOwnLink(frame?.GetAttribute("src"))) is not { } link)
            return null;
        if (frame is not null)
            return EmbedReading.LinkOnly(link, EmbedForm.Rendered, "tiktok.frame");

        var section = quote.QuerySelector("section") ?? quote;
        var signature = section.QuerySelector("a") is { } first && IsProfile(first) ? first : null;
        var caption = MarkupText.Of(section, e => ReferenceEquals(e, signature) || IsSound(e));
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Blockquote,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "tiktok.blockquote",
                Author = signature is null ? null : new Author { Handle = signature.TextContent.Trim().TrimStart('@') },
                // Without both, a lone link is left, whose label is the editor's.
                Text = quote.QuerySelector("section, p") is null ? null : caption.Slice(0, caption.Text.Length),
            },
        };
    }

    /// <summary>The author stands first; a caption may name others behind.</summary>
    private static bool IsProfile(IElement link) =>
        link.TextContent.AsSpan().Trim() is ['@', .. { Length: >= 1 and <= 24 } handle] && !handle.ContainsAnyExcept(HandleChars);

    /// <summary>The line that names the sound is in the language of whoever copied the code; its link is not.</summary>
    private static bool IsSound(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href") is { } href && href.Contains("/music/", StringComparison.Ordinal);
}
