using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>VK: posts on walls, comments, videos. Its embed holds none of the words.</summary>
internal sealed class VkPlatform : Platform
{
    private const string BoxIdPrefix = "vk_post_";

    /// <inheritdoc/>
    public override string Id => "vk";

    /// <inheritdoc/>
    public override string Name => "VK";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["vk", "vkontakte"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["vk.com", "vk.ru", "vkvideo.ru", "vkontakte.ru"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Element("amp-vk"), EmbedMark.IdPrefix(BoxIdPrefix)];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>What is opened over a page stands in the query: <c>/ferries?w=wall-23538238_35</c>.</remarks>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["widget_post.php", ..] => Wall(address, address.Query("owner_id"), address.Query("post_id"), null),
        ["video_ext.php", ..] => Video(address, address.Query("oid"), address.Query("id")),
        ["share.php" or "away.php" or "js", ..] => null,
        _ => (address.Query("w") is { } over ? OfName(address, over) : null)
            ?? (address.Query("z") is { } shown ? OfName(address, shown.Split('/')[0]) : null)
            ?? (address.Segments is [var name, ..] ? OfName(address, name) : null),
    };

    private static PostLink? OfName(WebAddress address, string name)
    {
        if (TryPair(name, "wall", out var owner, out var rest))
            return rest.Split("_r", 2) is [var post, var reply] ? Wall(address, owner, post, reply) : Wall(address, owner, rest, address.Query("reply"));
        return TryPair(name, "video", out owner, out rest) || TryPair(name, "clip", out owner, out rest) ? Video(address, owner, rest) : null;
    }

    /// <summary><c>wall-23538238_35</c>: a community's number is negative.</summary>
    private static bool TryPair(string name, string kind, [NotNullWhen(true)] out string? owner, [NotNullWhen(true)] out string? rest)
    {
        (owner, rest) = (null, null);
        if (!name.StartsWith(kind, StringComparison.Ordinal) || name[kind.Length..].Split('_', 2) is not [var first, var second])
            return false;
        (owner, rest) = (first, second);
        return true;
    }

    private static PostLink? Wall(WebAddress address, string? owner, string? post, string? reply) =>
        OfWall(owner, post, address.Text) is not { } link ? null
        : reply is not null && IsNumber(reply) ? link with { NativeId = $"{link.NativeId}_r{reply}", Permalink = $"{link.Permalink}?reply={reply}", Kind = PostKind.Comment }
        : link;

    private static PostLink? OfWall(string? owner, string? post, string? seen)
    {
        if (!IsOwner(owner) || !IsNumber(post))
            return null;
        var permalink = $"https://vk.com/wall{owner}_{post}";
        return new PostLink { Platform = "vk", NativeId = $"{owner}_{post}", Permalink = permalink, Seen = seen ?? permalink };
    }

    private static PostLink? Video(WebAddress address, string? owner, string? id) =>
        IsOwner(owner) && IsNumber(id)
            ? new PostLink { Platform = "vk", NativeId = $"video{owner}_{id}", Permalink = $"https://vk.com/video{owner}_{id}", Kind = PostKind.Video, Seen = address.Text }
            : null;

    private static bool IsOwner([NotNullWhen(true)] string? text) => text is not null && IsNumber(text.StartsWith('-') ? text[1..] : text);

    private static bool IsNumber([NotNullWhen(true)] string? text) => text is { Length: >= 1 and <= 20 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The page behind the frame wants the key that only the frame's own address has.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link)
    {
        if (link.Kind == PostKind.Comment)
            return [];
        var page = PostPage.Of(this, link);
        return WebAddress.TryParse(link.Seen, out var seen) && seen.Segments is ["widget_post.php"] && seen.Query("hash") is { } hash && link.NativeId.Split('_') is [var owner, var post]
            ?
            [
                new PostSource
                {
                    Rule = "vk.widget",
                    Via = Via.Opengraph,
                    Url = $"https://vk.com/widget_post.php?owner_id={owner}&post_id={post}&hash={hash.Escaped()}",
                    Gives = PostFields.Author | PostFields.Text,
                    Accept = PostSource.Page,
                    Read = ReadWidget,
                },
                page,
            ]
            : [page];
    }

    /// <summary>Dates are words here (<c>yesterday at 9:15</c>): they are kept as shown.</summary>
    private SourceReading? ReadWidget(SourceAnswer answer)
    {
        if (!answer.IsSuccess || answer.Page.QuerySelector(".wall_post_text") is not { } words)
            return null;
        var author = answer.Page.QuerySelector("a.author");
        var handle = WebAddress.TryParse(author?.GetAttribute("href") is { } href && href.StartsWith('/') ? "https://vk.com" + href : author?.GetAttribute("href"), out var profile) && Owns(profile) && profile.Segments is [var name] ? name : null;
        var markup = MarkupText.Of(words);
        return SourceReading.Live(answer.Facts() with
        {
            Via = Via.JsonLd,
            Author = new Author { Name = author?.TextContent.Trim() is { Length: > 0 } shown ? shown : null, Handle = handle, Url = handle is null ? null : $"https://vk.com/{handle}" }.OrNull(),
            Text = markup.Slice(0, markup.Text.Length),
            Published = answer.Page.QuerySelector(".rel_date")?.TextContent.Trim() is { Length: > 0 } date ? new Published { Precision = DatePrecision.Unknown, AsShown = date } : null,
        });
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>
    /// The official code is an empty box with the post in its id, which a script beside it fills; the boxes of other widgets
    /// (<c>vk_like</c>, <c>vk_comments</c>, <c>vk_groups</c>) are named otherwise.
    /// </remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName == "amp-vk")
            return element.GetAttribute("data-embedtype") is null or "post" && OfWall(element.GetAttribute("data-owner-id"), element.GetAttribute("data-post-id"), null) is { } amp
                ? EmbedReading.LinkOnly(amp, EmbedForm.Amp, "vk.amp")
                : null;
        if (element.Id is not { } id || !id.StartsWith(BoxIdPrefix, StringComparison.Ordinal) || id[BoxIdPrefix.Length..].Split('_') is not [var owner, var post] || OfWall(owner, post, null) is not { } link)
            return null;
        return EmbedReading.LinkOnly(link, element.QuerySelector("iframe") is null ? EmbedForm.Blockquote : EmbedForm.Rendered, "vk.box");
    }

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link)
    {
        var title = element.GetAttribute("title")?.Trim();
        return link.Kind == PostKind.Video && PlayerTitle.IsOfVideo(title)
            ? new PostFacts { Via = Via.Markup, Rule = "vk.frame", Card = new LinkCard { Url = link.Permalink, Title = title } }
            : null;
    }
}
