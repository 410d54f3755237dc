using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>The words that present a post which stands behind them.</summary>
/// <param name="Span">The sentence.</param>
/// <param name="Cue">The word or phrase in it that says that it is a post.</param>
/// <param name="Platform">The platform that the cue implies, or null.</param>
/// <param name="Author">The author that the sentence names.</param>
/// <param name="IsGeneric">Whether the cue is a word like <c>post</c>, which may be anywhere.</param>
/// <param name="IsDirect">Whether a verb of posting and a colon lead straight to the post.</param>
internal sealed record Lead(TextSpan Span, TextSpan Cue, string? Platform, Attribution Author, bool IsGeneric, bool IsDirect);
