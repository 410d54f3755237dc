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

    public static (PostLink Link, string Form)? Read(IElement element, PlatformCatalog catalog) => element.LocalName switch
    {
        "object" => (Link(element.GetAttribute("data"), catalog) ?? Link(MovieOf(element), catalog)) is { } link ? (link, EmbedForm.Legacy) : null,
        "embed" => Link(element.GetAttribute("src"), catalog) is { } link ? (link, EmbedForm.Legacy) : null,
        _ => Frame(element, catalog),
    };

    private static (PostLink, string)? Frame(IElement element, PlatformCatalog catalog)
    {
        foreach (var (name, form) in AddressAttributes)
        {
            if (Link(element.GetAttribute(name), catalog) is { } link)
                return (link, name == "src" && element.LocalName == "amp-iframe" ? EmbedForm.Amp : form);
        }

        return null;
    }

    private static string? MovieOf(IElement element)
    {
        var children = element.Children;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i].LocalName == "param" && children[i].GetAttribute("name") is { } name && name.Equals("movie", StringComparison.OrdinalIgnoreCase))
                return children[i].GetAttribute("value");
        }

        return null;
    }

    /// <summary>The post of an address, which may be the parameter of a proxy's own address (<c>/media/oembed?url=…</c>).</summary>
    private static PostLink? Link(string? address, PlatformCatalog catalog)
    {
        if (string.IsNullOrEmpty(address))
            return null;
        if (catalog.ReadFrame(address) is { } direct)
            return direct;
        var query = address.IndexOf('?');
        if (query < 0 || !address.AsSpan(query).Contains("url=", StringComparison.Ordinal))
            return null;
        var absolute = address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? "https://relative.invalid" + address : address;
        return WebAddress.TryParse(absolute, out var proxy) && proxy.Query("url") is { } inner ? catalog.ReadLink(inner) : null;
    }
}
