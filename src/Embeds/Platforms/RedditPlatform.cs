using System.Buffers;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Reddit: posts and comments. Its embeds hold a post's title, never its words.</summary>
internal sealed class RedditPlatform : Platform
{
    private static readonly SearchValues<char> IdChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> NameChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <inheritdoc/>
    public override string Id => "reddit";

    /// <inheritdoc/>
    public override string Name => "Reddit";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "reddit.com", "redd.it", "redditmedia.com", "reddittorjg6rue252oqsxryoxengawnmo46qy4kyii5wtqnwfj4ooad.onion",
        // Mirrors that keep the path.
        "rxddit.com", "vxreddit.com", "redditez.com",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("reddit-embed-bq"), EmbedMark.Class("reddit-embed"), EmbedMark.Class("reddit-card"),
        EmbedMark.Element("amp-reddit"), EmbedMark.Element("bento-reddit"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("embed.reddit.com", "widgets.js"), new("embed.redditmedia.com", "platform.js"), new("redditstatic.com", "comment-embed.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Host switch
    {
        "redd.it" or "www.redd.it" => address.Segments is [var id] ? Post(address, "", id, []) : null,
        // Pictures and videos have hosts of their own there.
        _ when address.IsUnder("redd.it") => null,
        "publish.reddit.com" or "out.reddit.com" => ReadOwnLink(address.Query("url")),
        _ => ByPath(address),
    };

    private PostLink? ByPath(WebAddress address) => address.Segments switch
    {
        // A profile's posts stand in a forum of its own, which has two spellings.
        ["r", ['u' or 'U', '_', .. var name], "comments", var id, .. var rest] when IsName(name) => Post(address, $"user/{name}/", id, rest, name),
        ["r", var forum, "comments", var id, .. var rest] when IsName(forum) => Post(address, $"r/{forum}/", id, rest),
        ["user" or "u", var name, "comments", var id, .. var rest] when IsName(name) => Post(address, $"user/{name}/", id, rest, name),
        ["comments", var id, .. var rest] => Post(address, "", id, rest),
        ["gallery" or "tb", var id] => Post(address, "", id, []),
        ["oembed", ..] => ReadOwnLink(address.Query("url")),
        _ => null,
    };

    /// <param name="address">The address.</param>
    /// <param name="place">Whose posts these are: <c>r/FORUM/</c>, <c>user/NAME/</c> or nothing.</param>
    /// <param name="id">The post's id.</param>
    /// <param name="rest">A slug or a stand-in for one, then the comment's id. Only the ids count.</param>
    /// <param name="owner">Whose profile the post stands in.</param>
    private static PostLink? Post(WebAddress address, string place, string id, ImmutableArray<string> rest, string? owner = null)
    {
        id = id.ToLowerInvariant();
        if (!IsId(id))
            return null;
        var post = new PostLink
        {
            Platform = "reddit",
            NativeId = "t3_" + id,
            Permalink = $"https://www.reddit.com/{place}comments/{id}/",
            Handle = owner,
            Kind = PostKind.Post,
            Seen = address.Text,
        };
        return rest is [_, var comment, ..] && comment.ToLowerInvariant() is var commentId && IsId(commentId)
            ? post with { NativeId = "t1_" + commentId, Permalink = $"{post.Permalink}comment/{commentId}/", Handle = null, Kind = PostKind.Comment }
            : post;
    }

    private static bool IsId(string text) => text.Length is >= 2 and <= 10 && !text.AsSpan().ContainsAnyExcept(IdChars);

    private static bool IsName(string text) => text.Length is >= 1 and <= 24 && !text.AsSpan().ContainsAnyExcept(NameChars);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.reddit.com/user/{handle}/";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => RedditSources.Of(this, link);

    /// <inheritdoc/>
    /// <remarks>Archives have pages under addresses with the title's words in them, which the permalink leaves out.</remarks>
    public override ImmutableArray<string> ArchivedUnder(PostLink link)
    {
        if (!WebAddress.TryParse(link.Seen, out var seen) || !seen.IsUnder("reddit.com") || !seen.Segments.Contains("comments", StringComparer.Ordinal))
            return [link.Permalink];
        return [.. new[] { "https://www.reddit.com" + seen.Path, "https://old.reddit.com" + seen.Path, link.Permalink }.Distinct(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    internal override PostFacts? ReadArchived(PostLink link, SourceAnswer copy) => RedditPage.Read(this, link, copy) ?? base.ReadArchived(link, copy);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "body" or "html" or "iframe")
            return null;
        if (element.LocalName is "amp-reddit" or "bento-reddit")
            return ReadOwnLink(element.GetAttribute("data-src")) is { } link ? EmbedReading.LinkOnly(link, EmbedForm.Amp, "reddit.amp") : null;
        return ReadCard(element)
            ?? (ReadOwnLink(element.QuerySelector("iframe[src]")?.GetAttribute("src")) is { } shown ? EmbedReading.LinkOnly(shown, EmbedForm.Rendered, "reddit.frame") : null);
    }

    /// <summary>
    /// The official code of every generation: links to the post, under its title, to the comment, to the author, to the forum.
    /// The words between them are in the language of whoever copied it and stand in its order, so the addresses decide.
    /// </summary>
    private EmbedReading? ReadCard(IElement card)
    {
        var markup = MarkupText.Of(card);
        PostLink? post = null;
        PostLink? comment = null;
        string? title = null;
        string? author = null;
        foreach (var anchor in markup.Links)
        {
            var words = markup.Text[anchor.Start..anchor.End].Trim();
            if (ReadOwnLink(anchor.Href) is not { } link)
                author ??= AuthorIn(anchor.Href);
            else if (link.Kind == PostKind.Comment)
                (comment, author, title) = (comment ?? link, author ?? AuthorOfLabel(words), title ?? TitleInLabel(words));
            else
                (post, title) = (post ?? link, title ?? (words.Length == 0 ? null : words));
        }

        return (comment ?? post) is not { } found ? null : new EmbedReading
        {
            Link = found,
            Form = EmbedForm.Blockquote,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "reddit.card",
                Author = author is null ? null : new Author { Handle = author },
                Card = title is null ? null : new LinkCard { Url = (post ?? found).Permalink, Title = title },
                Thread = comment is not null && post is not null ? new PostThread { Root = new PostRef { Key = $"reddit:{post.NativeId}", Url = post.Permalink } } : null,
            },
        };
    }

    private string? AuthorIn(string href) =>
        WebAddress.TryParse(href, out var address) && Domains.Any(address.IsUnder) && address.Segments is ["user" or "u", var name] && IsName(name) ? name : null;

    // One generator writes author and title into the comment's link: ada_example’s comment from discussion "Who took the ferry?"
    private static string? AuthorOfLabel(string label)
    {
        var end = label.AsSpan().IndexOfAny("’'");
        return end > 0 && label.AsSpan(end + 1).StartsWith("s comment") && IsName(label[..end]) ? label[..end] : null;
    }

    private static string? TitleInLabel(string label) =>
        AuthorOfLabel(label) is not null && label.IndexOf('"', StringComparison.Ordinal) is var open and > 0 && label.LastIndexOf('"') is var close && close > open + 1
            ? label[(open + 1)..close]
            : null;
}
