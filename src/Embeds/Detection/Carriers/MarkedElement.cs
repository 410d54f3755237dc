using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>An element that bears a mark of a platform: an official class, a component's name, an id attribute.</summary>
internal static class MarkedElement
{
    private static readonly ImmutableArray<Platform> None = [];

    /// <summary>The platforms that know one of the element's marks, the name before the classes before the attributes.</summary>
    public static ImmutableArray<Platform> PlatformsOf(IElement element, PlatformCatalog catalog)
    {
        if (catalog.Elements.TryGetValue(element.LocalName, out var byName))
            return byName;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name == "class")
            {
                if (ByClass(attribute.Value, catalog) is { IsEmpty: false } byClass)
                    return byClass;
            }
            else if (attribute.Name == "id")
            {
                if (ById(attribute.Value, catalog) is { } byId)
                    return [byId];
            }
            else if (catalog.Attributes.TryGetValue(attribute.Name, out var byAttribute))
            {
                return byAttribute;
            }
        }

        return None;
    }

    private static Platform? ById(string id, PlatformCatalog catalog)
    {
        foreach (var (prefix, platform) in catalog.IdPrefixes)
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal))
                return platform;
        }

        return null;
    }

    private static ImmutableArray<Platform> ByClass(string classes, PlatformCatalog catalog)
    {
        var lookup = catalog.Classes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in classes.AsSpan().SplitAny(" \t\r\n\f"))
        {
            if (lookup.TryGetValue(classes.AsSpan()[range], out var platforms))
                return platforms;
        }

        return None;
    }
}
