using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>What a platform itself hands out to be embedded.</summary>
internal sealed class PlatformMarkup(Platform platform) : ICarrier
{
    public ImmutableArray<EmbedMark> Marks => platform.Marks;

    public CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        if (platform.ReadMarkup(element) is not { } reading)
            return null;
        // A component may have been closed in itself, which HTML does not know: what follows then lies inside. What a script drew
        // has the words, if at all, in the frame that was saved with it. A quotation that was not closed swallowed those after it.
        return new CarriedPost(platform, reading)
        {
            HoldsMore = element is IHtmlUnknownElement
                || reading is { Form: EmbedForm.Rendered, Facts.Text: null }
                || element.LocalName == "blockquote" && reading.Facts.Quoted is null && element.QuerySelector("blockquote") is not null,
        };
    }
}
