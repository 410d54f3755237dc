using System.Collections.Frozen;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>What the words of a class say about the platform's name among them.</summary>
internal static class ToolNames
{
    // Beside these a platform's name belongs to a button.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ButtonWords = Words(
        "btn", "button", "count", "follow", "icon", "icons", "link", "links", "profile", "share", "sharing", "social");

    // A list of what an account wrote last is no quotation of any of it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ListWords = Words(
        "feed", "latest", "recent", "stream", "timeline");

    // "x" and "fb" are words of many a class that means nothing by them.
    private const int MinLength = 3;

    /// <summary>The platform that the element's class names; null when it names none, or a button or a list.</summary>
    public static Platform? InClass(IElement element, PlatformCatalog catalog)
    {
        Platform? found = null;
        foreach (var word in new NameWords(element.GetAttribute("class")))
        {
            if (ButtonWords.Contains(word) || ListWords.Contains(word))
                return null;
            if (found is null && word.Length >= MinLength)
                found = catalog.Called(word);
        }

        return found;
    }

    public static bool IsOfList(IElement element)
    {
        foreach (var word in new NameWords(element.GetAttribute("class")))
        {
            if (ListWords.Contains(word))
                return true;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params ReadOnlySpan<string> words) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words).GetAlternateLookup<ReadOnlySpan<char>>();
}
