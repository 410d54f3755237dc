using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Languages;

namespace Embeds.Detection;

/// <summary>Tells the article from its surroundings by the names, classes and ids of the elements on the way down.</summary>
internal static class PageRegions
{
    // Whole words of a class or id: "sidebar-left", "site_footer", "relatedArticles".
    private static readonly WordTable<PageRegion> Words =
        new(new Dictionary<string, PageRegion>(StringComparer.Ordinal)
        {
            ["sidebar"] = PageRegion.Surroundings,
            ["sidebars"] = PageRegion.Surroundings,
            ["sidebox"] = PageRegion.Surroundings,
            ["footer"] = PageRegion.Surroundings,
            ["related"] = PageRegion.Surroundings,
            ["recommended"] = PageRegion.Surroundings,
            ["recommendations"] = PageRegion.Surroundings,
            ["recirculation"] = PageRegion.Surroundings,
            ["navigation"] = PageRegion.Surroundings,
            ["navbar"] = PageRegion.Surroundings,
            ["popup"] = PageRegion.Surroundings,
            ["modal"] = PageRegion.Surroundings,
            // Global, local and side navigation bar, as Korean sites call them.
            ["gnb"] = PageRegion.Surroundings,
            ["lnb"] = PageRegion.Surroundings,
            ["snb"] = PageRegion.Surroundings,
            // The bar that the Wayback Machine puts above its copies: "wm-ipp-base".
            ["ipp"] = PageRegion.Surroundings,
            ["comments"] = PageRegion.Comments,
            ["commentlist"] = PageRegion.Comments,
            ["commentaires"] = PageRegion.Comments,
            ["comentarios"] = PageRegion.Comments,
            ["commenti"] = PageRegion.Comments,
            ["kommentare"] = PageRegion.Comments,
            ["respond"] = PageRegion.Comments,
            ["disqus"] = PageRegion.Comments,
        });

    private static readonly SearchValues<string> AnyWord = SearchValues.Create([.. Words.Words, "comment", "widget"], StringComparison.OrdinalIgnoreCase);

    // Beside these a word tells how the page is laid out ("has-sidebar", "content-sidebar-wrap", "sidebar__main"), not what this part is.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LayoutWords =
        new[] { "wrap", "wrapper", "main", "fixed", "lay", "l", "layout", "content", "with", "without", "has", "no", "page", "grid", "row", "container", "body", "open", "closed", "off", "enabled", "disabled", "count" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommentWords =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "area", "list", "section", "stream", "thread", "threads").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The region of an element's inside, given the region around it.</summary>
    public static PageRegion Inside(Element element, PageRegion around, bool inArticle)
    {
        if (around != PageRegion.Article)
            return around;
        return ByName(element.LocalName, inArticle) is { } named ? named
            : Named(element.GetAttribute("class")) is var byClass and not PageRegion.Article ? byClass
            : Named(element.GetAttribute("id"));
    }

    /// <summary>The region of the inside of an element in the article, by its tag.</summary>
    public static PageRegion Inside(string localName, AttributeReader attributes, bool inArticle)
    {
        if (ByName(localName, inArticle) is { } named)
            return named;
        var byId = PageRegion.Article;
        while (attributes.Read())
        {
            var (name, value) = attributes;
            if (name.Equals("class", StringComparison.OrdinalIgnoreCase) && Named(CharacterReferences.Decoded(value)) is var byClass and not PageRegion.Article)
                return byClass;
            if (name.Equals("id", StringComparison.OrdinalIgnoreCase) && byId == PageRegion.Article)
                byId = Named(CharacterReferences.Decoded(value));
        }

        return byId;
    }

    private static PageRegion? ByName(string localName, bool inArticle)
    {
        switch (localName)
        {
            case "nav":
                return PageRegion.Surroundings;
            case "footer" or "aside" when !inArticle:
                return PageRegion.Surroundings;
            case "body" or "html" or "article" or "main" or "p" or "a" or "span" or "blockquote" or "iframe" or "figure":
                return PageRegion.Article;
            default:
                return null;
        }
    }

    private static PageRegion Named(ReadOnlySpan<char> names)
    {
        // Nearly no name holds one of the words, not even as a part.
        if (names.Length > 400 || names.IndexOfAny(AnyWord) < 0)
            return PageRegion.Article;
        var isWidget = false;
        var hasKind = false;
        foreach (var range in names.SplitAny(' ', '\n', '\t'))
        {
            var name = names[range];
            if (OfName(name) is var region and not PageRegion.Article)
                return region;
            isWidget |= name.Equals("widget", StringComparison.OrdinalIgnoreCase);
            hasKind |= name.StartsWith("widget_", StringComparison.OrdinalIgnoreCase);
        }

        // What WordPress puts into its side bars: class="widget widget_text".
        return isWidget && hasKind ? PageRegion.Surroundings : PageRegion.Article;
    }

    private static PageRegion OfName(ReadOnlySpan<char> name)
    {
        var found = PageRegion.Article;
        var (isFirst, isOfComment) = (true, false);
        foreach (var word in new NameWords(name))
        {
            if (LayoutWords.Contains(word))
                return PageRegion.Article;
            // "comment-list" is readers'; "tone-comment" is what papers call opinion, and one "comment" may be quoted.
            if (isOfComment && CommentWords.Contains(word))
                found = PageRegion.Comments;
            isOfComment = isFirst && word.Equals("comment", StringComparison.OrdinalIgnoreCase);
            isFirst = false;
            if (found == PageRegion.Article && Words.TryGet(word, out var region))
                found = region;
        }

        return found;
    }
}
