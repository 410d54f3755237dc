using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>What stands in the place of an embed that was not loaded: a few words to the reader and one link to the post.</summary>
internal static class StandIn
{
    private const int MaxWords = 800;

    /// <summary>The only post to which the element links; null when there is none, several, or a text of its own around it.</summary>
    public static PostLink? Read(IElement element, PlatformCatalog catalog)
    {
        PostLink? found = null;
        foreach (var anchor in element.QuerySelectorAll("a[href]"))
        {
            if (anchor.GetAttribute("href") is not { } href || !catalog.KnowsHostIn(href) || catalog.ReadLink(href) is not { } link)
                continue;
            if (found is not null && (found.Platform, found.NativeId) != (link.Platform, link.NativeId))
                return null;
            found = link;
        }

        return found is not null && MarkupText.Of(element).Text.Length <= MaxWords ? found : null;
    }
}
