using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A frame of someone else that shows a post: its address holds the post's address (<c>media.html?url=…</c> of Embedly,
/// Iframely and Drupal) or its platform and id (<c>twitter_embed/?id=…</c> of RebelMouse, <c>twitter.min.html#…</c> of s9e).
/// </summary>
internal static class ProxyFrame
{
    // The permalink before the player's address, which names the same thing less well.
    private static readonly ImmutableArray<string> AddressParameters = ["url", "src", "href", "u", "link", "media_url"];

    public static CarriedPost? Read(IElement element, string? address, PlatformCatalog catalog)
    {
        if (FrameOf(address, catalog) is not { } frame || LinkIn(frame, catalog) is not { } link)
            return null;
        var post = CarriedPost.Of(link, EmbedForm.Iframe, "proxy-frame", element, catalog);
        return frame.Query("screen_name") is { } handle ? post with { Reading = post.Reading with { Facts = Facts(frame, handle) } } : post;
    }

    /// <summary>The post that a frame's address names.</summary>
    public static PostLink? LinkIn(ReadOnlySpan<char> address, PlatformCatalog catalog) => FrameOf(address, catalog) is { } frame ? LinkIn(frame, catalog) : null;

    private static PostLink? LinkIn(WebAddress frame, PlatformCatalog catalog) => ByAddress(frame, catalog) ?? ById(frame, catalog);

    private static WebAddress? FrameOf(ReadOnlySpan<char> address, PlatformCatalog catalog)
    {
        if (address.IndexOfAny("?#") < 0)
            return null;
        var isRelative = address.StartsWith("/") && !address.StartsWith("//");
        // A platform's own frame that it does not take for a post (a like button) is about the post's address, not the post.
        return WebAddress.TryParse(isRelative ? $"https://relative.invalid{address}" : address, out var frame) && !catalog.Knows(frame.Host) ? frame : null;
    }

    private static PostLink? ByAddress(WebAddress frame, PlatformCatalog catalog)
    {
        foreach (var name in AddressParameters)
        {
            if (frame.Query(name) is { } inner && catalog.KnowsHostIn(inner) && catalog.ReadLink(inner) is { } link)
                return link;
        }

        return null;
    }

    private static PostLink? ById(WebAddress frame, PlatformCatalog catalog)
    {
        if (frame.Segments is not [.., var page])
            return null;
        var id = frame.Query("id") ?? frame.Fragment.Split('#', ';')[0];
        foreach (var word in new NameWords(page))
        {
            if (catalog.Called(word)?.FromId(id) is { } link)
                return link;
        }

        return null;
    }

    /// <summary>RebelMouse's frame has the words, the author and the time (in Unix seconds) in its address.</summary>
    private static PostFacts Facts(WebAddress frame, string handle) => new()
    {
        Via = Via.Markup,
        Rule = "proxy-frame",
        Author = new Author { Name = frame.Query("name"), Handle = handle },
        Text = SharedTitle.TextOf(frame.Query("text")),
        Published = double.TryParse(frame.Query("created_ts"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e11
            ? PublishedTime.FromUnixMilliseconds((long)(seconds * 1000), DatePrecision.Second)
            : null,
    };
}
