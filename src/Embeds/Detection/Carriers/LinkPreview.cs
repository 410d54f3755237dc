using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// The preview that a tool makes of any address, when the address is a post's: Embedly's cards, Iframely's links, Ghost's
/// bookmarks. It shows the title and the description of the post's page.
/// </summary>
internal sealed class LinkPreview : ICarrier
{
    private const int MaxTitle = 300;

    /// <inheritdoc/>
    public ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Attribute("data-iframely-url"),
        EmbedMark.Class("embedly-card"),
        EmbedMark.Class("kg-bookmark-card"),
        EmbedMark.Class("link-preview"),
    ];

    /// <inheritdoc/>
    public CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        if (LinkOf(element, catalog) is not { } link)
            return null;
        // Ghost's classes for author and publisher are swapped and hold either, so the author comes from the title or not at all.
        var title = Label(element.QuerySelector("[class*=title]") ?? element.QuerySelector("h1, h2, h3, h4") ?? element.QuerySelector("a"));
        var description = Label(element.QuerySelector("[class*=description]") ?? element.QuerySelector("p"));
        return new CarriedPost(catalog.Find(link.Platform)!, new EmbedReading { Link = link, Form = EmbedForm.CmsWrapper, Facts = FactsOf(link, title, description, catalog) });
    }

    /// <summary>What a page's title and description say of the post.</summary>
    public static PostFacts FactsOf(PostLink link, string? title, string? description, PlatformCatalog catalog)
    {
        var facts = new PostFacts { Via = Via.Markup, Rule = "link-preview" };
        if (title is not null && SharedTitle.Read(title, link, catalog) is { } shared)
        {
            return facts with
            {
                Author = new Author { Name = shared.Name, Handle = shared.Handle },
                Text = SharedTitle.TextOf(shared.Words ?? (description is null ? null : SharedTitle.Quoted(description) ?? description)),
            };
        }

        return title is null || title.Contains("://", StringComparison.Ordinal) ? facts : facts with { Card = new LinkCard { Url = link.Permalink, Title = title, Description = description } };
    }

    private static PostLink? LinkOf(IElement element, PlatformCatalog catalog)
    {
        var href = element.LocalName == "a" ? element.GetAttribute("href") : element.QuerySelector("a[href]")?.GetAttribute("href");
        return href is not null && catalog.KnowsHostIn(href) ? catalog.ReadLink(href) : null;
    }

    private static string? Label(IElement? element) =>
        element is not null && MarkupText.Of(element).Text.Trim() is { Length: > 0 and <= MaxTitle } label ? label : null;
}
