using System.Collections.Frozen;
using Embeds.Articles;

namespace Embeds.Detection.Payloads;

/// <summary>
/// Tells by the names on the way to a string whether it belongs to the article. A page's data holds other articles, too
/// (related ones, the next ones, the front page's), whole and with their embeds.
/// </summary>
internal static class PayloadPlace
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ContentWords = Words(
        "article", "articles", "blocks", "body", "components", "content", "contents", "document", "elements", "entities", "entry", "markup", "paragraphs",
        "post", "posts", "rendered", "story", "text");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherWords = Words(
        "ads", "citation", "comment", "comments", "config", "footer", "latest", "menu", "mentions", "nav", "navigation", "newsletter", "next", "popular",
        "prev", "previous", "recirculation", "recommendation", "recommendations", "recommended", "related", "settings", "sidebar", "teaser", "teasers", "trending");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AddressWords = Words(
        "href", "link", "permalink", "source", "src", "uri", "url");

    public static bool IsInArticle(PayloadString found, ArticleHead head)
    {
        var (inContent, isOfOther) = (false, false);
        var key = found.Key;
        for (var node = found.Node; node is not null; key = node.Key, node = node.Parent)
        {
            if (Says(key, OtherWords))
                return false;
            inContent |= Says(key, ContentWords);
            // The title of an embed is the post's; that of what holds it as content is the article's.
            if (!inContent || node.IsEmbed || node.Platform is not null)
                continue;
            if (head.IsOwn(node.Title, node.Address) || head.IsOwn(null, node.Key))
                return true;
            isOfOther |= node.Title is not null || node.Address is not null;
        }

        return inContent && !isOfOther;
    }

    /// <summary>Whether an address stands for an embed and is not merely linked.</summary>
    /// <param name="found">The address.</param>
    /// <param name="platform">Whose post it leads to.</param>
    public static bool IsEmbed(PayloadString found, string platform)
    {
        if (!Says(found.Key, AddressWords))
            return false;
        for (var (node, up) = (found.Node, 0); node is not null && up < 3; node = node.Parent, up++)
        {
            if (node.Platform is { } named)
                return named.Id == platform;
            if (node.IsEmbed)
                return true;
        }

        return false;
    }

    /// <summary>Whether a property's name says that something else than the article is below it.</summary>
    public static bool IsOfOther(string key) => Says(key, OtherWords) || key is "publisher" or "author" or "isPartOf" or "itemListElement" or "relatedLink" or "hasPart" or "about";

    private static bool Says(string? key, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        foreach (var word in new NameWords(key))
        {
            if (words.Contains(word))
                return true;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params ReadOnlySpan<string> words) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words).GetAlternateLookup<ReadOnlySpan<char>>();
}
