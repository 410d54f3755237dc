using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A card that a publisher or a tool drew in place of the embed: the post's words, author and date in elements of its own.
/// </summary>
internal sealed class PostCard : ICarrier
{
    /// <inheritdoc/>
    public ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("embedded-tweet"),
        EmbedMark.Class("onebox"),                    // Discourse
        EmbedMark.Class("react-tweet-theme"),         // the component of Next.js sites
        EmbedMark.Class("social-embed-post"),         // BBC until 2020
        EmbedMark.Class("subbuzz-tweet__container"),  // BuzzFeed
        EmbedMark.Class("tweet"),                     // Substack's mails, and many a theme
        EmbedMark.Class("tweet-card"),
        EmbedMark.Class("tweet-container"),
        EmbedMark.Class("tweet-embed"),
    ];

    /// <inheritdoc/>
    public CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        // Around official markup such a class is a wrapper's.
        if (element.LocalName is "body" or "html" or "script" or "a" or "li" or "ul" || element.QuerySelector("blockquote, iframe") is not null)
            return null;
        if (ToolNames.IsOfList(element))
            return null;
        var parts = CardParts.Of(element, catalog);
        var link = parts.Link ?? (element.GetAttribute("data-onebox-src") is { } source ? catalog.ReadLink(source) : null);
        if (link is not null)
            return Of(catalog.Find(link.Platform)!, link, parts.Facts ?? Preview(element, link, catalog));
        // A mail's links lead over the sender's redirector: then the words, signed, are what is left of the post.
        return parts.Facts is { Text: not null, Author.Handle: not null } signed && ToolNames.InClass(element, catalog) is { } platform ? Of(platform, null, signed) : null;
    }

    private static PostFacts? Preview(IElement element, PostLink link, PlatformCatalog catalog) =>
        element.QuerySelector("h3, h4")?.TextContent.Trim() is { Length: > 0 } title ? LinkPreview.FactsOf(link, title, null, catalog) : null;

    private static CarriedPost? Of(Platform platform, PostLink? link, PostFacts? facts) =>
        facts is null ? null : new CarriedPost(platform, new EmbedReading { Link = link, Form = EmbedForm.CmsWrapper, Facts = facts });
}
