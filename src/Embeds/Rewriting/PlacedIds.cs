using Embeds.Articles;
using Embeds.Rendering;

namespace Embeds.Rewriting;

/// <summary>Knows the ids that a page's elements have already, so that a block set in later does not take one again.</summary>
internal static class PlacedIds
{
    public static HtmlIds Of(string html, string prefix)
    {
        var ids = new HtmlIds(prefix);
        // In a feed the markup is escaped, and so are its quotation marks.
        if (!html.Contains($"id=\"{prefix}-", StringComparison.Ordinal) && !html.Contains($"id=\\\"{prefix}-", StringComparison.Ordinal) && !html.Contains($"id=&quot;{prefix}-", StringComparison.Ordinal))
            return ids;
        for (var at = 0; (at = html.IndexOf(prefix + "-", at, StringComparison.Ordinal)) >= 0;)
        {
            var length = html.AsSpan(at).IndexOfAnyExcept(IdCharacters);
            ids.Reserve(length < 0 ? html[at..] : html.Substring(at, length));
            at += prefix.Length;
        }

        return ids;
    }

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
