using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Tumblr. A post's number is its own on all of Tumblr; blogs change their names and have domains of their own.</summary>
internal sealed class TumblrPlatform : Platform
{
    private static readonly SearchValues<char> BlogChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    // Names under www.tumblr.com that are no blogs.
    private static readonly FrozenSet<string> Pages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "about", "blog", "dashboard", "docs", "explore", "follow", "inbox", "likes", "login", "oembed", "policy", "register", "search", "settings", "share", "tagged", "tips", "tv", "widgets");

    /// <inheritdoc/>
    public override string Id => "tumblr";

    /// <inheritdoc/>
    public override string Name => "Tumblr";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["tumblr.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("tumblr-post")];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("assets.tumblr.com", "post.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Host switch
    {
        "embed.tumblr.com" => address.Segments is ["embed", "post", var key, var number, ..] ? OfFrame(address, key, number) : null,
        "tumblr.com" or "www.tumblr.com" => address.Segments switch
        {
            ["blog", "view", var blog, var number, ..] => Link(address.Text, blog, number),
            ["oembed", ..] => ReadOwnLink(address.Query("url")),
            [var blog, var number, ..] => Link(address.Text, blog, number),
            _ => null,
        },
        _ => address.Segments is ["post" or "image", var number, ..] ? Link(address.Text, address.Host[..^".tumblr.com".Length], number) : null,
    };

    private static PostLink? Link(string seen, string blog, string number)
    {
        blog = blog.TrimStart('@').ToLowerInvariant();
        return IsNumber(number) && blog.Length is >= 1 and <= 64 && !Pages.Contains(blog) && !blog.AsSpan().ContainsAnyExcept(BlogChars)
            ? new PostLink { Platform = "tumblr", NativeId = number, Permalink = $"https://www.tumblr.com/{blog}/{number}", Handle = blog, Seen = seen }
            : null;
    }

    /// <summary>The frame's address names the blog by a key that only Tumblr can read; it is the one address that is sure to show the post.</summary>
    private static PostLink? OfFrame(WebAddress address, string key, string number) =>
        IsNumber(number) && key.Length is >= 1 and <= 64 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_')
            ? new PostLink { Platform = "tumblr", NativeId = number, Permalink = $"https://embed.tumblr.com/embed/post/{key}/{number}", Seen = address.Text }
            : null;

    private static bool IsNumber(string text) => text.Length is >= 5 and <= 20 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.tumblr.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => TumblrSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>
    /// The official code holds two addresses and no words: the frame's, which has the number, and in a link the post's own, which
    /// has the blog and may stand on a domain of the blog's.
    /// </remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "iframe" or "body" or "html")
            return null;
        var frame = element.QuerySelector("iframe[src]");
        // Themes call a blog's own posts by the same class; those have neither.
        if ((ReadOwnLink(element.GetAttribute("data-href")) ?? ReadOwnLink(frame?.GetAttribute("src"))) is not { } shown)
            return null;
        var href = element.QuerySelector("a[href]")?.GetAttribute("href");
        var link = ReadOwnLink(href) is { } named && named.NativeId == shown.NativeId ? named : OnOwnDomain(href, shown.NativeId) ?? shown;
        return EmbedReading.LinkOnly(link, frame is null ? EmbedForm.Blockquote : EmbedForm.Rendered, "tumblr.post");
    }

    private static PostLink? OnOwnDomain(string? href, string number) =>
        WebAddress.TryParse(href, out var address) && WrappedAddress.Unwrap(address) is { Segments: ["post", var own, ..] } inner && own == number
            ? new PostLink { Platform = "tumblr", NativeId = number, Permalink = $"https://{inner.Host}/post/{number}", Seen = address.Text }
            : null;
}
