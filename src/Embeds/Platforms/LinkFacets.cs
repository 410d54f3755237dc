using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Makes facets of the links in a post's text: mentions, hashtags, cashtags and plain links.</summary>
internal static class LinkFacets
{
    /// <param name="markup">The text that holds the links.</param>
    /// <param name="start">Where <paramref name="value"/> begins in it.</param>
    /// <param name="value">The post's text.</param>
    public static ImmutableArray<Facet> Read(MarkupText markup, int start, string value)
    {
        var facets = ImmutableArray.CreateBuilder<Facet>();
        var points = new CodePointCursor(value);
        var end = 0;
        foreach (var link in markup.Links)
        {
            var (from, to) = (link.Start - start, link.End - start);
            // Broken markup can have a link in a link.
            if (from < end || to > value.Length || from >= to)
                continue;
            // Codes of 2011 to 2014 put the sign before the link: @<a>name</a>.
            if (from > end && value[from - 1] is '@' or '#' && value[from] is not ('@' or '#'))
                from--;
            facets.Add(Of(value[from..to], link, points.FromUtf16(from), points.FromUtf16(to)));
            end = to;
        }

        return facets.ToImmutable();
    }

    private static Facet Of(string words, MarkupLink link, int start, int end)
    {
        var facet = new Facet { Start = start, End = end, Type = FacetType.Link, Target = Blank(link.Href) };
        var bare = words.Length > 1 && !words.AsSpan().ContainsAny(' ', '\n');
        if (bare && words[0] is '@' or '＠')
            return facet with { Type = FacetType.Mention };
        if (bare && words[0] is '#' or '＃')
            return facet with { Type = FacetType.Hashtag, Target = words[1..] };
        if (bare && words[0] == '$' && char.IsAsciiLetter(words[1]))
            return facet with { Type = FacetType.Cashtag, Target = words[1..] };

        // The code of 2012 keeps the whole address in the title, where the words are shortened and the href is t.co.
        var title = link.Element.GetAttribute("title");
        return title is not null && title != link.Href && WebAddress.TryParse(title, out var whole)
            ? facet with { Expanded = whole.Text }
            : facet;
    }

    private static string? Blank(string href) => href.Length == 0 ? null : href;
}
