using AngleSharp.Dom;
using Embeds.Languages;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A quotation that lost its official class, or never had one: below the words stands a post's permalink as their source.
/// A permalink in the midst of the words is only a link.
/// </summary>
internal static class DegradedQuote
{
    // Deeper in, or more of them, is no quotation of a post but a page made of quotations.
    private const int MaxInner = 4;

    public static CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        // The permalink in it is that of a block which stands for a post already.
        if (element.QuerySelector("figure[data-qb]") is not null)
            return null;
        var inner = InnerQuotes(element, catalog);
        var post = Read(element, inner, catalog);
        return post is not null && inner.Count > 0 && Read(inner[0], [], catalog) is { } quoted
            ? post with { Reading = post.Reading with { Facts = post.Reading.Facts with { Quoted = quoted.Reading.ToReference() } } }
            : post;
    }

    /// <summary>
    /// Whether an element that is no quotation may be one all the same: a figure with a quotation and its source, or a block that
    /// ends as the official code does, with <c>(@handle)</c> and a link behind it.
    /// </summary>
    public static bool MayBeSigned(IElement element, string localName) => localName switch
    {
        "figure" => element.QuerySelector("figcaption a[href]") is not null && element.QuerySelectorAll("blockquote") is [{ ClassName: null or "" or "e-content quote-block-excerpt" }],
        "p" or "div" => element.LastElementChild is { LocalName: "a" } link && SignatureEnd(element, link) && element.QuerySelector("blockquote, iframe, script") is null,
        _ => false,
    };

    private static bool SignatureEnd(IElement element, IElement link)
    {
        if (link.PreviousSibling is not IText before || !before.Data.AsSpan().TrimEnd().EndsWith(")") || !before.Data.Contains("(@", StringComparison.Ordinal))
            return false;
        for (var after = link.NextSibling; after is not null; after = after.NextSibling)
        {
            if (after is IText text && !text.Data.AsSpan().Trim().Trim('.').IsEmpty)
                return false;
        }

        return ReferenceEquals(link.Parent, element);
    }

    private static CarriedPost? Read(IElement element, List<IElement> inner, PlatformCatalog catalog)
    {
        var source = SourceElement(element, inner, catalog);
        var markup = MarkupText.Of(element, e => ReferenceEquals(e, source) || inner.Contains(e) || IsStandIn(e));
        if (source is not null && MarkupText.Of(source) is var label && (LastLink(label, catalog) ?? FirstLink(label, catalog)) is { } labelled)
        {
            var publisher = Publisher(source, label, labelled.Anchor, labelled.Link, catalog);
            if (publisher is not null || !IsSpoken(labelled.Link))
                return OfLabel(markup, label, labelled.Anchor, publisher ?? labelled.Anchor.Start, labelled.Link, catalog);
        }

        return (LastLink(markup, catalog) is { } last ? OfLastLine(markup, last.Anchor, last.Link, catalog) : null) ?? ByCite(element, markup, catalog);
    }

    /// <summary>What a widget links in place of a picture is no word of the post.</summary>
    private static bool IsStandIn(IElement element) =>
        element.LocalName == "a" && Lexicon.Default.StandIns.Contains(element.TextContent.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Quotations in the quotation that end with a post of their own: the words in them are that post's.</summary>
    private static List<IElement> InnerQuotes(IElement element, PlatformCatalog catalog) =>
        [.. element.QuerySelectorAll("blockquote").Take(MaxInner).Where(q => LastLink(MarkupText.Of(q), catalog) is not null)];

    /// <summary>HTML's own element for the source: <c>&lt;footer>&lt;cite>Ada Example, &lt;a href=permalink>@ada&lt;/a>…</c>.</summary>
    private static IElement? SourceElement(IElement element, List<IElement> inner, PlatformCatalog catalog)
    {
        foreach (var candidate in element.QuerySelectorAll("footer, cite, figcaption"))
        {
            if (!inner.Exists(q => q.Contains(candidate)) && candidate.QuerySelector("a[href]")?.GetAttribute("href") is { } href && catalog.KnowsHostIn(href) && catalog.ReadLink(href) is not null)
                return candidate;
        }

        return null;
    }

    private static (MarkupLink Anchor, PostLink Link)? LastLink(MarkupText markup, PlatformCatalog catalog) =>
        markup.Links is [.., var anchor] && catalog.KnowsHostIn(anchor.Href) && catalog.ReadLink(anchor.Href) is { } link ? (anchor, link) : null;

    // Behind it may stand the article's address and that of an archived copy, as in a caption of our own that a sanitizer stripped.
    private static (MarkupLink Anchor, PostLink Link)? FirstLink(MarkupText markup, PlatformCatalog catalog) =>
        markup.Links is [var anchor, ..] && catalog.KnowsHostIn(anchor.Href) && catalog.ReadLink(anchor.Href) is { } link ? (anchor, link) : null;

    /// <summary>
    /// Where the platform's name stands as the publisher between the author and the link; null where it does not. An author who
    /// has no element of his own is a label for an unknown one.
    /// </summary>
    private static int? Publisher(IElement source, MarkupText label, MarkupLink anchor, PostLink link, PlatformCatalog catalog)
    {
        var name = catalog.NameOf(link.Platform);
        if (source.QuerySelector("cite") is not { PreviousElementSibling: { LocalName: "span" } person } cite
            || !cite.TextContent.AsSpan().Trim().SequenceEqual(name) || string.IsNullOrWhiteSpace(person.TextContent))
            return null;
        var before = label.Text[..anchor.Start].TrimEnd(' ', ',', '\n');
        return before.EndsWith(name, StringComparison.Ordinal) ? before[..^name.Length].TrimEnd(' ', ',', '\n').Length : null;
    }

    /// <param name="words">What is said.</param>
    /// <param name="label">Whose it is.</param>
    /// <param name="anchor">The link in the label.</param>
    /// <param name="signed">Where author and handle end in it.</param>
    /// <param name="link">What the link names.</param>
    /// <param name="catalog">The platforms.</param>
    private static CarriedPost? OfLabel(MarkupText words, MarkupText label, MarkupLink anchor, int signed, PostLink link, PlatformCatalog catalog)
    {
        var shown = label.Text[anchor.Start..anchor.End].Trim();
        var before = label.Text[..signed].Trim(' ', '\n', ',', '—', '–', '-', ':');
        Author? author = null;
        Published? published = null;
        if (SignedLine.Before(label.Text, signed) is { Handle: not null } line)
            (author, published) = (new Author { Name = line.Name, Handle = line.Handle }, Date(shown));
        else if (signed < anchor.Start && before.Length > 1)
            (author, published) = (before[0] == '@' ? new Author { Handle = before[1..] } : new Author { Name = before }, Date(shown));
        else if (AuthorIn(shown, link, catalog) is { } shownAuthor)
            author = shownAuthor.Name is null && before.Length > 0 ? shownAuthor with { Name = before } : shownAuthor;
        return Of(link, author, words.Slice(0, words.Text.Length), published, catalog);
    }

    private static CarriedPost? OfLastLine(MarkupText markup, MarkupLink anchor, PostLink link, PlatformCatalog catalog)
    {
        var shown = markup.Text[anchor.Start..anchor.End].Trim();
        // Words after the permalink mean that the link stands inside the quotation, not below it.
        if (!markup.Text.AsSpan(anchor.End).Trim(" \n.)]").IsEmpty)
            return null;
        if (markup.Text.AsSpan().Trim().SequenceEqual(shown))
            return Of(link, null, null, null, catalog);
        if (SignedLine.Before(markup.Text, anchor.Start) is { Handle: { } handle } signed)
            return markup.Slice(0, signed.Start) is { } text ? Of(link, new Author { Name = signed.Name, Handle = handle }, text, Date(shown), catalog) : null;

        // A line of its own that a dash opens, or that shows whose post it is: "— their post", "Ada Example on Twitter".
        var line = markup.Text.LastIndexOf('\n', Math.Max(anchor.Start - 1, 0)) + 1;
        var opening = markup.Text.AsSpan(line, anchor.Start - line).Trim();
        if (line == 0 || IsSpoken(link) || !opening.Trim("—–-").IsEmpty)
            return null;
        var author = AuthorIn(shown, link, catalog);
        return author is null && opening.IsEmpty ? null : Of(link, author, markup.Slice(0, line), null, catalog);
    }

    /// <summary>The author that a link's words show: <c>@ada</c>, <c>a post by u/ada</c>, <c>Ada Example on Twitter</c>.</summary>
    private static Author? AuthorIn(string shown, PostLink link, PlatformCatalog catalog)
    {
        var last = shown.AsSpan(shown.LastIndexOf(' ') + 1);
        if (last.StartsWith("@") || last.StartsWith("u/"))
            return new Author { Handle = last[(last[0] == '@' ? 1 : 2)..].ToString() };
        return SharedTitle.Read(shown, link, catalog) is { } title ? new Author { Name = title.Name, Handle = title.Handle } : null;
    }

    /// <summary>The quotation's <c>cite</c> attribute names its source, and the quotation is all words.</summary>
    private static CarriedPost? ByCite(IElement element, MarkupText markup, PlatformCatalog catalog) =>
        element.GetAttribute("cite") is { } cite && catalog.KnowsHostIn(cite) && catalog.ReadLink(cite) is { } link && !IsSpoken(link)
            ? Of(link, null, markup.Slice(0, markup.Text.Length), null, catalog)
            : null;

    /// <summary>What is quoted from a video was said in it; it is not the post's text.</summary>
    private static bool IsSpoken(PostLink link) => link.Kind == PostKind.Video;

    private static Published? Date(string shown) => shown.Length == 0 ? null : PublishedTime.FromPrinted(shown);

    private static CarriedPost Of(PostLink link, Author? author, PostText? text, Published? published, PlatformCatalog catalog) => new(catalog.Find(link.Platform)!, new EmbedReading
    {
        Link = link,
        Form = EmbedForm.Degraded,
        Facts = new PostFacts { Via = Via.Markup, Rule = "degraded-quote", Confidence = 95, Author = author, Text = text, Published = published },
    });
}
