using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;

namespace Embeds.Platforms;

/// <summary>Storify, closed in May 2018: a story strings posts of other platforms together.</summary>
internal sealed class StorifyPlatform : Platform
{
    // First parts of addresses that are the site's own pages, second parts that are an account's lists.
    private static readonly FrozenSet<string> NotStories = new[]
    {
        "about", "browse", "followers", "following", "likes", "public", "rss", "search", "services", "stories", "tags", "topics",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Endings = [".js", ".html", ".json"];

    /// <inheritdoc/>
    public override string Id => "storify";

    /// <inheritdoc/>
    public override string Name => "Storify";

    /// <inheritdoc/>
    /// <remarks>A short link (<c>sfy.co/…</c>) does not tell what it leads to.</remarks>
    public override ImmutableArray<string> Domains { get; } = ["storify.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("storify")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        if (address.Host is not ("storify.com" or "www.storify.com") || address.Segments is not [var user, var text, ..])
            return null;
        var slug = text;
        foreach (var ending in Endings)
        {
            if (slug.EndsWith(ending, StringComparison.Ordinal))
                slug = slug[..^ending.Length];
        }

        var isStory = IsName(user) && IsName(slug) && !NotStories.Contains(user) && !NotStories.Contains(slug)
            && (address.Segments.Length == 2 || address.Segments[2] is "embed" or "slideshow" or "preview");
        return isStory
            ? new PostLink { Platform = "storify", NativeId = $"{user}/{slug}", Permalink = $"https://storify.com/{user}/{slug}", Handle = user, Seen = address.Text }
            : null;
    }

    private static bool IsName(string text) => text.Length is >= 1 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://storify.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Nothing answers any more.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [];

    /// <inheritdoc/>
    public override ImmutableArray<string> ArchivedUnder(PostLink link) => [link.Permalink, link.Permalink + ".html", link.Permalink + ".json"];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>
    /// The code is a frame, a script and a sentence for readers without script, <c>[View the story "Title" on Storify]</c>;
    /// sanitizers leave any of the three.
    /// </remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        var noscript = element.QuerySelector("noscript a[href]");
        var link = ReadOwnLink(element.QuerySelector("iframe[src]")?.GetAttribute("src"))
            ?? ReadOwnLink(element.QuerySelector("script[src]")?.GetAttribute("src"))
            ?? ReadOwnLink(noscript?.GetAttribute("href"));
        return link is null
            ? null
            : new EmbedReading { Link = link, Form = EmbedForm.Blockquote, Facts = PlayerFacts.Of(link, "storify.code", TitleIn(noscript?.TextContent)) };
    }

    private static string? TitleIn(string? sentence)
    {
        if (sentence is null)
            return null;
        var (open, close) = (sentence.IndexOf('"', StringComparison.Ordinal), sentence.LastIndexOf('"'));
        return close > open + 1 ? sentence[(open + 1)..close] : null;
    }
}
