using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A platform's name and a post's id, from which a script is to make the embed: <c>data-service="youtube" data-id="…"</c>
/// (iframemanager), <c>data-media-site-id data-media-key</c> (XenForo), <c>data-plyr-provider data-plyr-embed-id</c> (Plyr), <c>class="tweet embed" data-id</c> (Deutsche Welle),
/// <c>class="vimeo_player" videoID</c> (tarteaucitron).
/// </summary>
internal sealed class NamedId : ICarrier
{
    private const int MaxName = 40;

    private static readonly ImmutableArray<string> IdAttributes =
    [
        "data-code", "data-embed", "data-embed-id", "data-id", "data-key", "data-media-key", "data-plyr-embed-id", "data-post-id", "data-video", "data-video-id", "data-videoid",
        "id-video", "postid", "video-id", "videoid",
    ];

    private static readonly ImmutableArray<string> NameAttributes =
    [
        "data-service", "data-provider", "data-provider-name", "data-media-site-id", "data-plyr-provider", "data-embed-provider", "data-platform", "data-network", "data-type", "data-name", "type",
    ];

    /// <inheritdoc/>
    public ImmutableArray<EmbedMark> Marks { get; } = [.. IdAttributes.Select(EmbedMark.Attribute)];

    /// <inheritdoc/>
    public CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        if (element.LocalName is "a" or "li" or "button" or "img" or "input" or "script" or "body" or "html" || PlatformOf(element, catalog) is not { } platform)
            return null;
        foreach (var name in IdAttributes)
        {
            if (element.GetAttribute(name)?.Trim() is { Length: > 0 and < 100 } id && platform.FromId(id) is { } link)
                return CarriedPost.Of(link, EmbedForm.Lazy, "named-id", element, catalog) with { HoldsMore = true };
        }

        return null;
    }

    /// <summary>Whether the value of some attribute is, or the words of a class hold, a platform's name.</summary>
    public static bool MayName(ReadOnlySpan<char> attribute, ReadOnlySpan<char> value, PlatformCatalog catalog)
    {
        if (!attribute.Equals("class", StringComparison.OrdinalIgnoreCase))
            return value.Length < MaxName && catalog.Called(value.Trim()) is not null;
        foreach (var word in new NameWords(value))
        {
            if (catalog.Called(word) is not null)
                return true;
        }

        return false;
    }

    private static Platform? PlatformOf(IElement element, PlatformCatalog catalog)
    {
        foreach (var name in NameAttributes)
        {
            if (element.GetAttribute(name) is { Length: < MaxName } value && catalog.Called(value.AsSpan().Trim()) is { } platform)
                return platform;
        }

        return ToolNames.InClass(element, catalog);
    }
}
