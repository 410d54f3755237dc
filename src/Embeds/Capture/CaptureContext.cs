using Embeds.Capture.Network;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>What all blocks of one article share.</summary>
/// <param name="CapturedAt">UTC time of the capture.</param>
/// <param name="Source">The article.</param>
/// <param name="Generator"><c>name/version</c> of this library.</param>
internal sealed record CaptureContext(string CapturedAt, QuoteSource Source, string Generator)
{
    /// <summary>What the network said of its posts.</summary>
    public ArticleLooks Looks { get; init; } = ArticleLooks.None;

    /// <summary>The way to each element.</summary>
    public ElementPaths Paths { get; } = new();
}
