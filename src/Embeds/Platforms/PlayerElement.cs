using AngleSharp.Dom;

namespace Embeds.Platforms;

/// <summary>
/// Reads an element that stands for a player and is no frame: a component or a lazy stand-in whose attribute holds the id or
/// the address of what it plays.
/// </summary>
internal static class PlayerElement
{
    private const int MaxValue = 500;

    /// <param name="platform">The platform whose mark the element bears.</param>
    /// <param name="element">The element.</param>
    /// <param name="attributes">The attributes that may hold an id or an address, in the order in which they count.</param>
    /// <param name="prefix">What makes an address of an id: the beginning of the permalink.</param>
    public static EmbedReading? Read(Platform platform, IElement element, ReadOnlySpan<string> attributes, string prefix) =>
        LinkIn(platform, element, attributes, prefix) is { } link
            ? new EmbedReading { Link = link, Form = FormOf(element), Facts = PlayerFacts.Read(platform, link, element, platform.Id + ".player") }
            : null;

    public static PostLink? LinkIn(Platform platform, IElement element, ReadOnlySpan<string> attributes, string prefix)
    {
        // A frame with an address is read as a frame; scripts and the page itself only carry names that look like marks.
        if (element.LocalName is "script" or "img" or "body" or "html" || element.LocalName == "iframe" && element.GetAttribute("src") is { Length: > 11 })
            return null;
        foreach (var name in attributes)
        {
            if (FromValue(platform, element.GetAttribute(name), prefix) is { } link)
                return link;
        }

        return null;
    }

    public static string FormOf(IElement element) =>
        element.LocalName.StartsWith("amp-", StringComparison.Ordinal) || element.LocalName.StartsWith("bento-", StringComparison.Ordinal) ? EmbedForm.Amp : EmbedForm.Lazy;

    private static PostLink? FromValue(Platform platform, string? value, string prefix)
    {
        value = value?.Trim();
        if (value is not { Length: > 0 and <= MaxValue })
            return null;
        var isAddress = value.Contains("//", StringComparison.Ordinal);
        return platform.ReadOwnLink(isAddress ? value : prefix + value);
    }
}
