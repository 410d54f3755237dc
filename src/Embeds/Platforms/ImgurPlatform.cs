using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Imgur: pictures, albums and gallery posts.</summary>
internal sealed class ImgurPlatform : Platform
{
    // Pages of the site whose names are as long as an id.
    private static readonly FrozenSet<string> Pages = new[]
    {
        "about", "account", "emerald", "gallery", "memegen", "privacy", "random", "rules", "search", "signin", "stats", "store", "topics", "upload", "vidgif",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "X6rkCc5h.jpg" is the large thumbnail of "X6rkCc5".
    private const string ThumbnailSizes = "sbtmlh";

    /// <inheritdoc/>
    public override string Id => "imgur";

    /// <inheritdoc/>
    public override string Name => "Imgur";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["imgur.com", "imgur.io"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("imgur-embed-pub"), EmbedMark.Class("imgur-embed-iframe-pub"), EmbedMark.Element("amp-imgur"), EmbedMark.Attribute("data-imgur-id"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("s.imgur.com", "embed.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        switch (address.Host)
        {
            case "i.imgur.com" or "i.imgur.io":
                return s is [var file] ? File(address, file) : null;
            case "api.imgur.com":
                return s is ["oembed" or "oembed.json", ..] ? ReadInner(address, address.Query("url")) : null;
            // Another house keeps its pictures at i.stack.imgur.com.
            case not ("imgur.com" or "www.imgur.com" or "m.imgur.com" or "imgur.io" or "www.imgur.io"):
                return null;
        }

        return s switch
        {
            ["a", var id, ..] => Of(address, AfterSlug(id), "a/"),
            // A gallery post may be a picture or an album; only the network knows.
            ["gallery", var id, ..] => Of(address, AfterSlug(id), "gallery/"),
            ["t" or "topic", _, var id] => Of(address, AfterSlug(id), "gallery/"),
            ["r", _, var id] => Of(address, id, ""),
            [var id, "embed"] => Of(address, id, ""),
            [var file] => File(address, file),
            _ => null,
        };
    }

    private static PostLink? File(WebAddress address, string file)
    {
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return Of(address, file, "");
        var id = file[..dot];
        if (id.Length is 6 or 8 && ThumbnailSizes.Contains(id[^1], StringComparison.Ordinal))
            id = id[..^1];
        var isVideo = file[(dot + 1)..] is "gifv" or "mp4" or "webm";
        return Of(address, id, "") is { } link ? link with { Kind = isVideo ? PostKind.Video : PostKind.Photo } : null;
    }

    private static string AfterSlug(string text) => text[(text.LastIndexOf('-') + 1)..];

    private static PostLink? Of(WebAddress address, string id, string path) =>
        id.Length is >= 5 and <= 7 && id.All(char.IsAsciiLetterOrDigit) && !Pages.Contains(id)
            ? new PostLink { Platform = "imgur", NativeId = path + id, Permalink = $"https://imgur.com/{path}{id}", Seen = address.Text }
            : null;

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => id.All(char.IsAsciiDigit) ? null : ReadOwnLink("https://imgur.com/" + id);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The title stands only in the code that oEmbed gives; nobody says who posted it.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
    [
        new PostSource
        {
            Rule = "imgur.oembed",
            Via = Via.Oembed,
            Url = "https://api.imgur.com/oembed.json?url=" + link.Permalink.Escaped(),
            Gives = PostFields.Card,
            Read = answer => ReadOEmbed(answer, link),
        },
        PostPage.Of(this, link, gives: PostFields.Card | PostFields.Media, read: ReadEmptyPage),
    ];

    /// <summary>The code names a gallery's post as what it is, a picture or an album: the same id without "gallery/".</summary>
    private SourceReading? ReadOEmbed(SourceAnswer answer, PostLink link)
    {
        if (!answer.IsSuccess || MarkupWords.Parse(answer.Json.Text("html"))?.QuerySelector(".imgur-embed-pub") is not { } code || ReadMarkup(code) is not { Link: { } shown } reading)
            return null;
        if (BareId(shown) != BareId(link))
            return SourceReading.Of(PostState.Unknown, $"The answer is about {shown.Permalink}.");
        return SourceReading.Live(answer.Facts() with { Card = reading.Facts.Card is { } card ? card with { Url = link.Permalink } : null });
    }

    private static string BareId(PostLink link) => link.NativeId[(link.NativeId.LastIndexOf('/') + 1)..];

    /// <summary>Of what is not there, and before its script has run, the page shows the site's motto.</summary>
    private static SourceReading? ReadEmptyPage(SourceAnswer answer) =>
        answer.IsSuccess && PostPage.Meta(answer.Page, "og:title") is { } title && title.StartsWith("Imgur: ", StringComparison.Ordinal)
            ? SourceReading.Of(PostState.Unreachable, "The page shows the site and no post.")
            : null;

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName == "iframe")
            return ReadOwnLink(element.GetAttribute("src")) is { } framed ? Reading(framed, EmbedForm.Rendered, null) : null;
        var anchor = element.LocalName == "blockquote" ? element.QuerySelector("a[href]") : null;
        var link = PlayerElement.LinkIn(this, element, ["data-imgur-id", "data-id"], "https://imgur.com/") ?? ReadOwnLink(anchor?.GetAttribute("href"));
        return link is null ? null : Reading(link, element.LocalName == "blockquote" ? EmbedForm.Blockquote : PlayerElement.FormOf(element), anchor?.TextContent.Trim());
    }

    /// <summary>The link in the quotation shows the title, or asks to view the post where there is none.</summary>
    private static EmbedReading Reading(PostLink link, string form, string? title) => new()
    {
        Link = link,
        Form = form,
        Facts = PlayerFacts.Of(link, "imgur." + form, title is not null && title.Contains("imgur.com", StringComparison.OrdinalIgnoreCase) ? null : title),
    };

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Of(link, "imgur.frame", element.GetAttribute("title"));
}
