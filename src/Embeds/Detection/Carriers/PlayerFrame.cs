using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A frame that shows a post: <c>iframe</c>, AMP's and Flash's kin, with its address in <c>src</c> or in one of the many
/// attributes where lazy loaders and consent managers put it.
/// </summary>
internal static class PlayerFrame
{
    // A longer value is data about several things, not the address of one.
    private const int MaxValue = 2000;

    /// <summary>Attributes that hold a frame's address, in the order in which they count, and the form each one makes.</summary>
    private static readonly (string Name, string Form)[] AddressAttributes =
    [
        ("src", EmbedForm.Iframe),
        ("data-src", EmbedForm.Lazy),
        ("data-lazy-src", EmbedForm.Lazy),
        ("data-lazyload", EmbedForm.Lazy),
        ("data-original", EmbedForm.Lazy),
        ("data-url", EmbedForm.Lazy),
        ("data-iframe-src", EmbedForm.Lazy),
        ("data-litespeed-src", EmbedForm.Lazy),
        ("data-ezsrc", EmbedForm.Lazy),
        ("data-nitro-lazy-src", EmbedForm.Lazy),
        ("data-privacy-src", EmbedForm.Consent),
        ("data-src-cmplz", EmbedForm.Consent),
        ("data-cookieblock-src", EmbedForm.Consent),
        ("data-cmp-src", EmbedForm.Consent),
        ("consent-original-src-_", EmbedForm.Consent),
        ("consent-click-original-src-_", EmbedForm.Consent),
        ("uc-src", EmbedForm.Consent),
        ("data-suppressedsrc", EmbedForm.Consent),
        ("suppressedsrc", EmbedForm.Consent),
        ("data-consent-src", EmbedForm.Consent),
        ("data-blocked-src", EmbedForm.Consent),
    ];

    public static bool Is(string localName) => localName is "iframe" or "frame" or "embed" or "object" or "amp-iframe";

    public static CarriedPost? Read(IElement element, PlatformCatalog catalog) => element.LocalName switch
    {
        "object" => Flash(element, element.GetAttribute("data"), Parameter(element, "flashvars"), catalog)
            ?? Flash(element, Parameter(element, "movie") ?? Parameter(element, "src"), Parameter(element, "flashvars"), catalog),
        "embed" => Flash(element, element.GetAttribute("src"), element.GetAttribute("flashvars"), catalog),
        _ => ByKnownAttribute(element, catalog) ?? Waiting(element, catalog),
    };

    private static CarriedPost? ByKnownAttribute(IElement element, PlatformCatalog catalog)
    {
        foreach (var (name, form) in AddressAttributes)
        {
            if (element.GetAttribute(name) is not { Length: > 0 } address)
                continue;
            if (catalog.ReadFrame(address, out var failure) is { } link)
                return CarriedPost.Of(link, name == "src" && element.LocalName == "amp-iframe" ? EmbedForm.Amp : form, "frame", element, catalog) with { Failure = failure };
            if (ProxyFrame.Read(element, address, catalog) is { } proxied)
                return proxied with { Failure = failure };
            if (failure is not null)
                throw new InvalidOperationException(failure.Message, failure);
        }

        return null;
    }

    /// <summary>A frame without a source waits for a script, which every site keeps the address for in an attribute of its own.</summary>
    private static CarriedPost? Waiting(IElement element, PlatformCatalog catalog)
    {
        if (element.GetAttribute("src") is { } src && src.Contains("//", StringComparison.Ordinal))
            return null;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name.Contains('-') && attribute.Value.Length is >= 16 and <= MaxValue && catalog.ReadFrame(attribute.Value, out _) is { } link)
                return CarriedPost.Of(link, EmbedForm.Lazy, "frame", element, catalog);
        }

        return null;
    }

    /// <summary>Some flash players are one address for all videos, with the video's id in variables beside it.</summary>
    private static CarriedPost? Flash(IElement element, string? address, string? variables, PlatformCatalog catalog)
    {
        if (string.IsNullOrEmpty(address))
            return null;
        var link = catalog.ReadLink(address)
            ?? (string.IsNullOrEmpty(variables) ? null : catalog.ReadLink(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + variables));
        return link is null ? null : CarriedPost.Of(link, EmbedForm.Legacy, "frame", element, catalog);
    }

    private static string? Parameter(IElement element, string name)
    {
        var children = element.Children;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i].LocalName == "param" && string.Equals(children[i].GetAttribute("name"), name, StringComparison.OrdinalIgnoreCase))
                return children[i].GetAttribute("value");
        }

        return null;
    }
}
