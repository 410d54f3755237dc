using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// Embetty's elements, which load a post over the publisher's own server: <c>&lt;embetty-tweet status="…"></c>,
/// <c>&lt;embetty-video type="facebook" video-id="…"></c>, <c>&lt;embetty-mastodon status="https://…"></c>.
/// </summary>
internal sealed class Embetty : ICarrier
{
    private const string Prefix = "embetty-";

    /// <inheritdoc/>
    public ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Element("embetty-mastodon"), EmbedMark.Element("embetty-tweet"), EmbedMark.Element("embetty-video")];

    /// <inheritdoc/>
    public CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        if ((element.GetAttribute("status") ?? element.GetAttribute("video-id"))?.Trim() is not { Length: > 0 } post)
            return null;
        var name = element.GetAttribute("type") ?? element.LocalName[Prefix.Length..];
        var link = catalog.ReadLink(post) ?? catalog.Called(name)?.FromId(post);
        return link is null ? null : CarriedPost.Of(link, EmbedForm.Consent, "embetty", element, catalog);
    }
}
