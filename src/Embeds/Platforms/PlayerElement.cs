using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Embeds.Platforms;

/// <summary>
/// Reads an element that stands for a player and is no frame: a component or a lazy stand-in whose attribute holds the id or
/// the address of what it plays.
/// </summary>
internal static class PlayerElement
{
    private const int MaxValue = 500;

    /// <summary>
    /// Signs of tools that serve many platforms alike and name the platform in one attribute and the id in another: embetty,
    /// iframemanager, XenForo, Plyr.
    /// </summary>
    public static ImmutableArray<EmbedMark> SharedMarks { get; } =
    [
        EmbedMark.Element("embetty-video"), EmbedMark.Attribute("data-service"), EmbedMark.Attribute("data-media-site-id"), EmbedMark.Attribute("data-plyr-provider"),
    ];

    private static readonly (string Service, string Id)[] SharedAttributes =
    [
        ("data-service", "data-id"), ("data-media-site-id", "data-media-key"), ("data-plyr-provider", "data-plyr-embed-id"),
    ];

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
        if (Shared(element) is var (service, id) && service is not null)
            return string.Equals(service, platform.Id, StringComparison.OrdinalIgnoreCase) ? FromValue(platform, id, prefix) : null;
        foreach (var name in attributes)
        {
            if (FromValue(platform, element.GetAttribute(name), prefix) is { } link)
                return link;
        }

        return null;
    }

    public static string FormOf(IElement element) => element.LocalName switch
    {
        var name when name.StartsWith("amp-", StringComparison.Ordinal) || name.StartsWith("bento-", StringComparison.Ordinal) => EmbedForm.Amp,
        "embetty-video" => EmbedForm.Consent,
        _ when element.HasAttribute("data-service") => EmbedForm.Consent,
        _ => EmbedForm.Lazy,
    };

    private static PostLink? FromValue(Platform platform, string? value, string prefix)
    {
        value = value?.Trim();
        if (value is not { Length: > 0 and <= MaxValue })
            return null;
        var isAddress = value.Contains("//", StringComparison.Ordinal);
        return platform.ReadOwnLink(isAddress ? value : prefix + value);
    }

    private static (string? Service, string? Id) Shared(IElement element)
    {
        if (element.LocalName == "embetty-video")
            return (element.GetAttribute("type"), element.GetAttribute("video-id"));
        foreach (var (service, id) in SharedAttributes)
        {
            if (element.GetAttribute(id) is { } value && element.GetAttribute(service) is { } named)
                return (named, value);
        }

        return default;
    }
}
