using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// The box of a consent tool that asks before it loads the embed and links to the post meanwhile. What it keeps back is
/// found inside it, if it is in the page at all.
/// </summary>
internal sealed class ConsentGate : ICarrier
{
    /// <inheritdoc/>
    public ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("BorlabsCookie"),
        EmbedMark.Class("brlbs-cmpnt-container"),
        EmbedMark.Class("cmplz-blocked-content-container"),
        EmbedMark.Class("embed-privacy-container"),
        EmbedMark.Class("fusion-privacy-placeholder"),
        EmbedMark.Class("privacy-embed-preview"),
        EmbedMark.Class("sourcepoint__social-placeholder"),
        EmbedMark.Class("third-party-services--placeholder"),
        EmbedMark.Class("uc-embed"),
    ];

    /// <inheritdoc/>
    public CarriedPost? Read(IElement element, PlatformCatalog catalog) =>
        StandIn.Read(element, catalog) is { } link ? CarriedPost.Of(link, EmbedForm.Consent, "consent-gate", element, catalog) with { HoldsMore = true } : null;
}
