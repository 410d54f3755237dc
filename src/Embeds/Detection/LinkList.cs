using System.Collections.Frozen;

namespace Embeds.Detection;

/// <summary>
/// A part of a page in which all words are links, and no link is a post's: a menu, a list of other articles. It leads
/// elsewhere, and its words are not the article's.
/// </summary>
internal static class LinkList
{
    /// <summary>So many links with words, beside those in lists within it. Fewer may be the article's own: a picture with its address, "Read more".</summary>
    public const int FewestLinks = 3;

    private static readonly FrozenSet<string> Containers = FrozenSet.Create(StringComparer.Ordinal, "div", "section", "aside", "header", "footer", "ul", "ol", "dl");

    /// <summary>Whether an element may be one, by its name.</summary>
    public static bool MayBe(string localName) => Containers.Contains(localName);
}
