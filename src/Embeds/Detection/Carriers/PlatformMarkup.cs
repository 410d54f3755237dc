using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>What a platform itself hands out to be embedded.</summary>
internal sealed class PlatformMarkup(Platform platform) : ICarrier
{
    public ImmutableArray<EmbedMark> Marks => platform.Marks;

    public CarriedPost? Read(IElement element, PlatformCatalog catalog) =>
        platform.ReadMarkup(element) is { } reading ? new CarriedPost(platform, reading) : null;
}
