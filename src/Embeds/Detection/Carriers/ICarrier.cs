using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// One way in which articles carry posts, known by signs on the carrying element. What a platform itself hands out is the
/// platform's; what a CMS, a plug-in or a publisher does for all platforms is a carrier of its own.
/// </summary>
internal interface ICarrier
{
    /// <summary>The signs; an element that bears one is asked about.</summary>
    ImmutableArray<EmbedMark> Marks { get; }

    /// <summary>Reads an element that bears one of <see cref="Marks"/>; null when it carries no post after all.</summary>
    CarriedPost? Read(IElement element, PlatformCatalog catalog);
}
