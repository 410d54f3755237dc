using Embeds.Quotes;

namespace Embeds.Validation;

/// <summary>A block to render and hold against the validators.</summary>
/// <param name="Group">Where it is from: <c>fixtures</c>, <c>articles</c>, <c>hostile</c>, <c>words</c> or <c>corpus</c>.</param>
/// <param name="Name">What it is called in a message.</param>
/// <param name="Block">The sealed block.</param>
/// <param name="FitsSchema">False where hostile values stand even where the format wants an address or a date.</param>
internal sealed record SampleBlock(string Group, string Name, QuoteBlock Block, bool FitsSchema = true);
