using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>A post that an element carries.</summary>
/// <param name="Platform">Whose post it is.</param>
/// <param name="Reading">Which one, and what the element says of it.</param>
internal sealed record CarriedPost(Platform Platform, EmbedReading Reading)
{
    /// <summary>There may be more inside the element than this post says of it: a fallback with the words, markup kept back.</summary>
    public bool HoldsMore { get; init; }

    /// <summary>What another platform threw when it was asked whether the post is its own; null when none did.</summary>
    public Exception? Failure { get; init; }

    /// <summary>A post of which the element has hardly more than the address.</summary>
    public static CarriedPost Of(PostLink link, string form, string rule, IElement element, PlatformCatalog catalog)
    {
        var platform = catalog.Find(link.Platform)!;
        var facts = platform.ReadFrame(element, link) ?? new PostFacts { Via = Via.Markup, Rule = rule };
        return new CarriedPost(platform, new EmbedReading { Link = link, Form = form, Facts = facts });
    }

    /// <summary>A post of which a text has only the address.</summary>
    public static CarriedPost Of(PostLink link, string form, string rule, PlatformCatalog catalog) =>
        new(catalog.Find(link.Platform)!, new EmbedReading { Link = link, Form = form, Facts = new PostFacts { Via = Via.Markup, Rule = rule } });
}
