using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A component of the site's own in an article written as MDX: <c>&lt;Tweet id="103…" /></c>,
/// <c>&lt;TwitterTweetEmbed tweetId="…" /></c>, <c>&lt;YouTube id="…" /></c>. The element's name names the platform.
/// </summary>
internal static class Component
{
    private static readonly ImmutableArray<string> Attributes = ["id", "url", "src", "href", "link", "tweetid", "tweetlink", "tweeturl", "videoid", "video", "postid", "posturl", "code", "shortcode", "status"];

    private static readonly ImmutableArray<string> Endings = ["embed", "post", "player", "video", "card"];

    public static bool MayBe(IElement element) => element is IHtmlUnknownElement;

    public static CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        if (PlatformOf(element.LocalName, catalog) is not { } platform)
            return null;
        foreach (var name in Attributes)
        {
            // An element of the page's own has an id for its style sheet, too.
            if (name == "id" && element.LocalName.Contains('-'))
                continue;
            if (element.GetAttribute(name)?.Trim('{', '}', '"', '\'', '`', ' ') is not { Length: > 0 } value)
                continue;
            var link = value.Contains("//", StringComparison.Ordinal) ? catalog.ReadLink(value) : platform.FromId(value);
            if (link?.Platform == platform.Id)
                return CarriedPost.Of(link, EmbedForm.CmsWrapper, "component", element, catalog);
        }

        return null;
    }

    /// <summary>The platform that an element's name names; null for nearly all.</summary>
    public static Platform? PlatformOf(ReadOnlySpan<char> name, PlatformCatalog catalog)
    {
        if (catalog.Called(name) is { } called)
            return called;
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && catalog.Called(name[..^ending.Length].TrimEnd('-')) is { } stem)
                return stem;
        }

        return null;
    }
}
