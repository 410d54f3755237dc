using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>What a platform itself hands out to be embedded.</summary>
internal sealed class PlatformMarkup(Platform platform) : ICarrier
{
    public ImmutableArray<EmbedMark> Marks => platform.Marks;

    public CarriedPost? Read(IElement element, PlatformCatalog catalog) =>
        // A component may have been closed in itself, which HTML does not know: what follows then lies inside.
        platform.ReadMarkup(element) is { } reading ? new CarriedPost(platform, reading) { HoldsMore = element is IHtmlUnknownElement } : null;
}
