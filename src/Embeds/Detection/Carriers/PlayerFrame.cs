using System.Net;
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
    private const int MaxStandIn = 16_384;
    private const int MaxTries = 8;

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
        "object" => Flash(element.GetAttribute("data"), Parameter(element, "flashvars"), catalog) ?? Flash(Parameter(element, "movie") ?? Parameter(element, "src"), Parameter(element, "flashvars"), catalog),
        "embed" => Flash(element.GetAttribute("src"), element.GetAttribute("flashvars"), catalog),
        _ => Frame(element, catalog),
    };

    private static (PostLink, string)? Frame(IElement element, PlatformCatalog catalog)
    {
        foreach (var (name, form) in AddressAttributes)
        {
            if (Link(element.GetAttribute(name), catalog) is { } link)
                return (link, name == "src" && element.LocalName == "amp-iframe" ? EmbedForm.Amp : form);
        }

        return HasSource(element) ? null : Waiting(element, catalog);
    }

    private static bool HasSource(IElement element) => element.GetAttribute("src") is { } src && src.Contains("//", StringComparison.Ordinal);

    /// <summary>A frame without a source waits for a script, which every site keeps the address for in an attribute of its own.</summary>
    private static (PostLink, string)? Waiting(IElement element, PlatformCatalog catalog)
    {
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name.Contains('-') && attribute.Value.Length is >= 16 and <= MaxValue && Link(attribute.Value.Trim(), catalog) is { } link)
                return (link, EmbedForm.Lazy);
        }

        return InStandIn(element.GetAttribute("srcdoc"), catalog) is { } shown ? (shown, EmbedForm.Lazy) : null;
    }

    /// <summary>The stand-in that a frame shows until it is clicked is a picture in a link to the player.</summary>
    private static PostLink? InStandIn(string? markup, PlatformCatalog catalog)
    {
        const string Href = "href=";
        var at = markup is { Length: <= MaxStandIn } ? markup.IndexOf(Href, StringComparison.OrdinalIgnoreCase) : -1;
        for (var tries = 0; at >= 0 && tries < MaxTries; tries++, at = markup!.IndexOf(Href, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var value = markup.AsSpan(at + Href.Length).TrimStart("'\"");
            var end = value.IndexOfAny("'\" >");
            if (end > 0 && Link(WebUtility.HtmlDecode(value[..end].ToString()), catalog) is { } link)
                return link;
        }

        return null;
    }

    /// <summary>Some flash players are one address for all videos, with the video's id in variables beside it.</summary>
    private static (PostLink, string)? Flash(string? address, string? variables, PlatformCatalog catalog)
    {
        if (string.IsNullOrEmpty(address))
            return null;
        var link = Link(address, catalog)
            ?? (string.IsNullOrEmpty(variables) ? null : Link(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + variables, catalog));
        return link is null ? null : (link, EmbedForm.Legacy);
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
