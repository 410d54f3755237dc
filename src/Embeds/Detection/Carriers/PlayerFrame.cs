using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A frame that shows a post: <c>iframe</c>, AMP's and Flash's kin, with its address in <c>src</c> or in one of the many
/// attributes where lazy loaders and consent managers put it.
/// </summary>
internal static class PlayerFrame
{
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
        ("uc-src", EmbedForm.Consent),
        ("data-suppressedsrc", EmbedForm.Consent),
        ("suppressedsrc", EmbedForm.Consent),
        ("data-consent-src", EmbedForm.Consent),
        ("data-blocked-src", EmbedForm.Consent),
    ];

    public static bool Is(string localName) => localName is "iframe" or "frame" or "embed" or "object" or "amp-iframe";

    public static CarriedPost? Read(IElement element, PlatformCatalog catalog) => element.LocalName switch
    {
        "object" => Legacy(element, Flash(element.GetAttribute("data"), Parameter(element, "flashvars"), catalog) ?? Flash(Parameter(element, "movie") ?? Parameter(element, "src"), Parameter(element, "flashvars"), catalog), catalog),
        "embed" => Legacy(element, Flash(element.GetAttribute("src"), element.GetAttribute("flashvars"), catalog), catalog),
        _ => ByKnownAttribute(element, catalog) ?? ByAnyAttribute(element, catalog),
    };

    private static CarriedPost? Legacy(IElement element, PostLink? link, PlatformCatalog catalog) =>
        link is null ? null : CarriedPost.Of(link, EmbedForm.Legacy, "frame", element, catalog);

    private static CarriedPost? ByKnownAttribute(IElement element, PlatformCatalog catalog)
    {
        foreach (var (name, form) in AddressAttributes)
        {
            var address = element.GetAttribute(name);
            if (Link(address, catalog) is { } link)
                return CarriedPost.Of(link, name == "src" && element.LocalName == "amp-iframe" ? EmbedForm.Amp : form, "frame", element, catalog);
            if (ProxyFrame.Read(element, address, catalog) is { } proxied)
                return proxied;
        }

        return null;
    }

    /// <summary>New loaders come with new names; a post's address on a frame means the same under any.</summary>
    private static CarriedPost? ByAnyAttribute(IElement element, PlatformCatalog catalog)
    {
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name.Contains('-') && catalog.KnowsHostIn(attribute.Value) && catalog.ReadLink(attribute.Value) is { } link)
                return CarriedPost.Of(link, EmbedForm.Lazy, "frame", element, catalog);
        }

        return null;
    }

    /// <summary>Some flash players are one address for all videos, with the video's id in variables beside it.</summary>
    private static PostLink? Flash(string? address, string? variables, PlatformCatalog catalog)
    {
        if (string.IsNullOrEmpty(address))
            return null;
        return Link(address, catalog)
            ?? (string.IsNullOrEmpty(variables) ? null : Link(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + variables, catalog));
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

    private static PostLink? Link(string? address, PlatformCatalog catalog) =>
        string.IsNullOrEmpty(address) ? null : catalog.ReadFrame(address);
}
