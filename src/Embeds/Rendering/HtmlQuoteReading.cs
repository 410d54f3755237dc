using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>What a page's quote figures carry.</summary>
public sealed record HtmlQuoteReading
{
    /// <summary>The blocks in the page's order, their seals not checked.</summary>
    public ImmutableArray<QuoteBlock> Blocks { get; init; } = [];

    /// <summary>What is wrong, in the page's order.</summary>
    public ImmutableArray<HtmlQuoteProblem> Problems { get; init; } = [];
}
