using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>What a player says of what it plays: its title, and with old codes its author.</summary>
internal static class PlayerFacts
{
    private static readonly string[] LabelAttributes = ["playlabel", "data-alt", "data-title", "title"];

    /// <summary>Reads the label of a player's element and the line that an old code keeps inside it.</summary>
    public static PostFacts Read(Platform platform, PostLink link, IElement element, string rule)
    {
        var caption = PlayerCaption.Of(platform, element);
        return Of(link, rule, Label(element) ?? caption.Title, caption.Author);
    }

    public static PostFacts Of(PostLink link, string rule, string? title, Author? author = null)
    {
        title = title?.Trim();
        return new PostFacts
        {
            Via = Via.Markup,
            Rule = rule,
            Author = author,
            Card = PlayerTitle.IsOfVideo(title) ? new LinkCard { Url = link.Permalink, Title = title } : null,
        };
    }

    private static string? Label(IElement element)
    {
        foreach (var name in LabelAttributes)
        {
            if (element.GetAttribute(name) is { } value && PlayerTitle.WithoutVerb(value) is var label && PlayerTitle.IsOfVideo(label))
                return label;
        }

        return null;
    }
}
