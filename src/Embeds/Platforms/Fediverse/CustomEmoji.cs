using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>What the fediverse writes into the words of a post that are no words: <c>:shortcodes:</c> of pictures, and a quoted post once more.</summary>
internal static class CustomEmoji
{
    private const int MaxFacets = 1000;

    /// <summary>The text with a facet for each custom emoji in it.</summary>
    /// <param name="text">The words, in which they stand as <c>:shortcode:</c>.</param>
    /// <param name="emoji">Those that the answer explains: the shortcode, with or without its colons, and the picture.</param>
    public static PostText In(PostText text, IEnumerable<(string? Code, string? Picture)> emoji)
    {
        var points = new CodePointIndex(text.Value);
        var facets = text.Facets.ToList();
        foreach (var (code, picture) in emoji)
        {
            if (code is null || picture is null)
                continue;
            var sign = $":{code.Trim(':')}:";
            for (var at = text.Value.IndexOf(sign, StringComparison.Ordinal); at >= 0 && facets.Count < MaxFacets; at = text.Value.IndexOf(sign, at + sign.Length, StringComparison.Ordinal))
                facets.Add(new Facet { Start = points.At(at), End = points.At(at + sign.Length), Type = FacetType.Emoji, Target = picture });
        }

        return facets.Count == text.Facets.Length ? text : text with { Facets = [.. facets.OrderBy(f => f.Start).ThenBy(f => f.End)] };
    }

    /// <summary>For software that knows no quotes, a post repeats the address of the one that it quotes.</summary>
    public static bool IsQuoteFallback(IElement element) => element.ClassList.Contains("quote-inline");
}
