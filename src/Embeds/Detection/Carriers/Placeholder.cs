using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A home-made placeholder: an element with one post's permalink in an attribute and no prose of its own, which a script
/// turns into the embed.
/// </summary>
internal static class Placeholder
{
    /// <summary>A shorter value names no post.</summary>
    public const int MinValue = 16;

    // A longer value is data about several things, not the address of one.
    private const int MaxValue = 2000;
    private const int MaxProse = 400;

    public static bool MayBe(ReadOnlySpan<char> localName) => localName is not
        ("a" or "blockquote" or "iframe" or "frame" or "amp-iframe" or "object" or "embed" or "meta" or "link" or "script" or "img" or "html" or "body" or "form" or "input" or "button" or "source" or "picture" or "svg" or "head" or "style");

    public static CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (MayName(attribute.Name, attribute.Value) && LinkIn(attribute.Value, catalog) is { } link && !IsShare(element) && !HasProse(element))
                return CarriedPost.Of(link, IsAmp(element) ? EmbedForm.Amp : EmbedForm.Lazy, "placeholder", element, catalog) with { HoldsMore = true };
        }

        return null;
    }

    /// <summary>Whether an attribute may name the post that an element stands for.</summary>
    public static bool MayName(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        value.Length is >= MinValue and <= MaxValue && (value.Contains("//", StringComparison.Ordinal) || value.Contains('%')) && !IsReaction(name) && !PictureFile.Is(value);

    /// <summary>Components for all platforms: <c>amp-embedly-card</c>, <c>amp-iframely</c>.</summary>
    private static bool IsAmp(IElement element) => element.LocalName.StartsWith("amp-", StringComparison.Ordinal);

    private static bool IsReaction(ReadOnlySpan<char> attributeName) =>
        attributeName is "class" or "style" or "id" or "title" or "alt" or "cite" or "content" or "itemid" or "itemtype" or "onclick" or "href";

    /// <summary>A share button knows the address that it shares.</summary>
    private static bool IsShare(IElement element) =>
        element.GetAttribute("data-type") is { } type && type.StartsWith("share", StringComparison.OrdinalIgnoreCase)
        || element.GetAttribute("class") is { } names
        && (names.Contains("share", StringComparison.OrdinalIgnoreCase) || names.Contains("fb-like", StringComparison.OrdinalIgnoreCase) || names.Contains("comment", StringComparison.OrdinalIgnoreCase));

    /// <summary>The one post that an attribute's value names.</summary>
    public static PostLink? LinkIn(ReadOnlySpan<char> value, PlatformCatalog catalog)
    {
        for (var decoded = value; ; decoded = Uri.UnescapeDataString(decoded))
        {
            if (catalog.KnowsHostIn(decoded) && catalog.ReadLink(decoded) is { } direct)
                return direct;
            if (OnlyAddressIn(decoded) is { IsEmpty: false } inner && catalog.ReadLink(inner) is { } held)
                return held;
            if (!decoded.Contains("%3A", StringComparison.OrdinalIgnoreCase) && !decoded.Contains("%2F", StringComparison.OrdinalIgnoreCase))
                return null;
        }
    }

    /// <summary>An address behind something else: a parameter, a name. Of several none is the one that the element stands for.</summary>
    private static ReadOnlySpan<char> OnlyAddressIn(ReadOnlySpan<char> value)
    {
        // Markup is read as markup.
        var at = value.Contains('<') ? -1 : value.LastIndexOf("http", StringComparison.OrdinalIgnoreCase);
        return at > 0 && value.IndexOf("http", StringComparison.OrdinalIgnoreCase) is var first && (first == at || first == 0) ? value[at..] : default;
    }

    private static bool HasProse(IElement element)
    {
        var length = 0;
        foreach (var text in element.GetDescendants().OfType<IText>())
        {
            if (text.ParentElement?.LocalName is "script" or "style" or "noscript")
                continue;
            length += text.Data.AsSpan().Trim().Length;
            if (length > MaxProse)
                return true;
        }

        return false;
    }
}
