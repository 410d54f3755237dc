using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>Facebook: posts, photos, videos and comments of pages, people and groups.</summary>
internal sealed class FacebookPlatform : Platform
{
    private const string FacebookOthers = ".fb-like, .fb-share-button, .fb-page, .fb-like-box, .fb-follow, .fb-comments, .fb-comments-count, .fb-login-button, .fb-group, .fb-save";

    /// <inheritdoc/>
    public override string Id => "facebook";

    /// <inheritdoc/>
    public override string Name => "Facebook";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["facebook", "fb", "facebookpost"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "facebook.com", "fb.com", "fb.watch", "facebed.com", "facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("fb-post"), EmbedMark.Class("fb-video"), EmbedMark.Class("fb-comment-embed"), EmbedMark.Class("tac_facebookpost"),
        EmbedMark.Class("fb-xfbml-parse-ignore"),
        EmbedMark.Element("fb:post"), EmbedMark.Element("fb:video"), EmbedMark.Element("fb:comment-embed"),
        EmbedMark.Element("amp-facebook"), EmbedMark.Element("bento-facebook"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } =
    [
        new("connect.facebook.net", "sdk.js") { Others = FacebookOthers, Global = "FB." },
        new("connect.facebook.net", "all.js") { Others = FacebookOthers, Global = "FB." },
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var post = Post(address);
        if (post is null || address.Query("comment_id") is not { } comment || !IsNumber(comment))
            return post;
        var reply = address.Query("reply_comment_id") is { } id && IsNumber(id) ? id : null;
        var joiner = post.Permalink.Contains('?') ? '&' : '?';
        return post with
        {
            NativeId = reply ?? comment,
            Kind = PostKind.Comment,
            Handle = null,
            Permalink = $"{post.Permalink}{joiner}comment_id={comment}{(reply is null ? "" : $"&reply_comment_id={reply}")}",
        };
    }

    private PostLink? Post(WebAddress address)
    {
        var s = Versionless(address.Segments);
        if (address.IsUnder("fb.watch"))
            return s is [{ Length: >= 6 } code] && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? Of(address, code, $"https://fb.watch/{code}/", null, PostKind.Video) : null;
        return s switch
        {
            ["plugins", "post.php" or "video.php" or "comment_embed.php" or "post" or "video", ..] => Inner(address.Query("href")),
            ["login.php" or "login", ..] => Inner(address.Query("next")),
            ["permalink.php" or "story.php", ..] => Story(address),
            ["photo.php" or "photo", ..] => ById(address, address.Query("fbid"), "photo/?fbid=", PostKind.Photo),
            ["video.php", ..] or ["video", "video.php", ..] => ById(address, address.Query("v") ?? address.Query("id"), "watch/?v=", PostKind.Video),
            ["video", "embed", ..] => ById(address, address.Query("video_id"), "watch/?v=", PostKind.Video),
            ["watch", ..] => ById(address, address.Query("v"), "watch/?v=", PostKind.Video),
            ["v", var id, ..] => ById(address, id, "watch/?v=", PostKind.Video),
            ["reel", var id, ..] => ById(address, id, "reel/", PostKind.Video),
            ["groups", var group, "posts" or "permalink", ..] => InGroup(address, group, s[^1]),
            ["groups", var group] => address.Query("multi_permalinks") is { } id ? InGroup(address, group, id) : null,
            ["sharer" or "sharer.php" or "share.php" or "share" or "dialog" or "plugins" or "tr" or "hashtag" or "events" or "pages" or "profile.php", ..] => null,
            [var page, "posts" or "activity", ..] => OfPage(address, page, "posts", s[^1], null),
            [var page, "photos", ..] when s.Length > 2 => OfPage(address, page, "photos", s[^1], PostKind.Photo),
            [var page, "videos", ..] when s.Length > 2 => OfPage(address, page, "videos", s[^1], PostKind.Video),
            _ => null,
        };
    }

    /// <summary>The plug-ins and the Graph API put a version before the path: <c>/v2.3/plugins/post.php</c>.</summary>
    private static ImmutableArray<string> Versionless(ImmutableArray<string> segments) =>
        segments is [{ Length: >= 4 } first, ..] && first[0] == 'v' && char.IsAsciiDigit(first[1]) && first.Contains('.') ? segments.RemoveAt(0) : segments;

    private PostLink? Inner(string? text)
    {
        if (text is not null && text.StartsWith('%') || text?.Contains("%3A", StringComparison.OrdinalIgnoreCase) == true)
            text = Uri.UnescapeDataString(text);
        return WebAddress.TryParse(text, out var inner) && Domains.Any(inner.IsUnder) && inner.Segments is not ["plugins", ..] ? ReadLink(inner) : null;
    }

    private static PostLink? Story(WebAddress address)
    {
        var (id, owner) = (address.Query("story_fbid"), address.Query("id"));
        return IsId(id) && IsId(owner) ? Of(address, id!, $"https://www.facebook.com/permalink.php?story_fbid={id}&id={owner}", null, null) : null;
    }

    private static PostLink? ById(WebAddress address, string? id, string path, PostKind kind) =>
        id is not null && IsNumber(id) ? Of(address, id, $"https://www.facebook.com/{path}{id}", null, kind) : null;

    private static PostLink? InGroup(WebAddress address, string group, string id) =>
        IsId(id) ? Of(address, id, $"https://www.facebook.com/groups/{Uri.EscapeDataString(group)}/posts/{id}/", null, null) : null;

    private static PostLink? OfPage(WebAddress address, string page, string path, string last, PostKind? kind)
    {
        // Old codes end the id with ":0".
        var id = last.EndsWith(":0", StringComparison.Ordinal) ? last[..^2] : last;
        if (!IsId(id) || page.Length > 100)
            return null;
        return Of(address, id, $"https://www.facebook.com/{Uri.EscapeDataString(page)}/{path}/{id}", IsUserName(page) ? page : null, kind);
    }

    private static PostLink Of(WebAddress address, string id, string permalink, string? handle, PostKind? kind) => new()
    {
        Platform = "facebook",
        NativeId = id,
        Permalink = permalink,
        Handle = handle,
        Kind = kind,
        Seen = address.Text,
    };

    private static bool IsId(string? text) =>
        text is not null && (IsNumber(text) || text.Length is >= 45 and <= 90 && text.StartsWith("pfbid", StringComparison.Ordinal) && text.All(char.IsAsciiLetterOrDigit));

    private static bool IsNumber(string text) => text.Length is >= 5 and <= 20 && text.All(char.IsAsciiDigit);

    /// <summary>A page's address may be its number or a slug with its number, which are no handles.</summary>
    private static bool IsUserName(string page) =>
        page.Length is >= 2 and <= 50 && page.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') && !page.All(char.IsAsciiDigit);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.facebook.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => FacebookSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "body" or "html")
            return null;
        var quote = element.LocalName == "blockquote" ? element : element.QuerySelector("blockquote");
        var own = element.GetAttribute("data-href") ?? element.GetAttribute("href") ?? HrefOf(element.GetAttribute("fb-iframe-plugin-query")) ?? element.GetAttribute("data-url");
        // The cite names the post itself where data-href names its photo; both name the same thing to a reader, the photo is what is shown.
        var link = Link(own) ?? Link(quote?.GetAttribute("cite")) ?? Link(element.QuerySelector("iframe[src]")?.GetAttribute("src"));
        if (link is null)
            return null;
        var form = element.LocalName is "amp-facebook" or "bento-facebook" ? EmbedForm.Amp
            : element.ClassList.Contains("fb_iframe_widget") ? EmbedForm.Rendered
            : EmbedForm.Blockquote;
        var source = quote ?? (element.LocalName is "div" ? element : null);
        var facts = source is null ? null : ReadTail(source, link);
        facts ??= new PostFacts { Via = Via.Markup, Rule = "facebook.post" };
        return new EmbedReading { Link = link, Form = form, Facts = link.Kind == PostKind.Comment ? facts with { Thread = ThreadOf(link) } : facts };
    }

    /// <summary>A comment's address names the post below which it stands and, for a reply, the comment that it answers.</summary>
    private PostThread? ThreadOf(PostLink comment)
    {
        if (!WebAddress.TryParse(comment.Permalink, out var address) || Post(address) is not { } post)
            return null;
        var root = new PostRef { Key = QuoteKey.ForPost(Id, post.NativeId), Url = post.Permalink };
        var parent = address.Query("comment_id") is { } id && id != comment.NativeId ? new PostRef { Key = QuoteKey.ForPost(Id, id) } : null;
        return new PostThread { Root = root, Parent = parent };
    }

    private PostLink? Link(string? text) =>
        WebAddress.TryParse(text, out var address) && WrappedAddress.Unwrap(address) is var inner && Domains.Any(inner.IsUnder) ? ReadLink(inner) : null;

    private static string? HrefOf(string? query) =>
        query is not null && WebAddress.TryParse("https://relative.invalid/?" + query, out var address) ? address.Query("href") : null;

    /// <summary>
    /// The fallback quotation: the words in paragraphs, then <c>Posted by Name on date</c> in the language of the page's editor,
    /// where the name is the first link after the words and the date the last link or what is left of the line.
    /// </summary>
    private static PostFacts? ReadTail(IElement quote, PostLink link)
    {
        var markup = MarkupText.Of(quote);
        if (string.IsNullOrWhiteSpace(markup.Text))
            return null;
        var tail = LastBlock(markup.Text);
        var author = -1;
        for (var i = 0; i < markup.Links.Length && author < 0; i++)
        {
            if (markup.Links[i].Start >= tail && markup.Links[i].End > markup.Links[i].Start)
                author = i;
        }

        if (author < 0)
            return null;
        var name = markup.Text[markup.Links[author].Start..markup.Links[author].End].Trim();
        var shown = DateIn(markup, author, tail);
        // A video's code begins with its title as a link: that line signs nothing.
        if (shown is null && tail == 0)
            return null;
        var text = markup.Slice(0, tail);
        return new PostFacts
        {
            Via = Via.Markup,
            Rule = "facebook.blockquote",
            Author = name.Length == 0 ? null : new Author { Name = name, Handle = Handle(markup.Links[author].Href) },
            Text = text is null ? null : text with { Completeness = IsCut(text.Value) ? TextCompleteness.Truncated : TextCompleteness.Full },
            Published = shown is null ? null : PublishedTime.FromPrinted(shown),
            Kind = link.Kind,
        };
    }

    private static int LastBlock(string text) => text.LastIndexOf("\n\n", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0;

    private static string? DateIn(MarkupText markup, int author, int tail)
    {
        if (author + 1 < markup.Links.Length && markup.Links[^1] is var last && last.Start >= tail && last.End > last.Start)
            return markup.Text[last.Start..last.End].Trim();
        var rest = markup.Text[markup.Links[author].End..].Trim();
        return rest.Any(char.IsAsciiDigit) ? rest : null;
    }

    private static string? Handle(string href) =>
        WebAddress.TryParse(href, out var address) && address.IsUnder("facebook.com") && address.Segments is [var page] && IsUserName(page) && !page.EndsWith(".php", StringComparison.Ordinal) ? page : null;

    /// <summary>Facebook cuts the fallback's words at about a hundred characters.</summary>
    private static bool IsCut(string text) => text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…');
}
