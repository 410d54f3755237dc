namespace Embeds.Benchmarks.Recovery;

/// <summary>A recovered quote and what is known about it.</summary>
/// <param name="Place">The page or text it was found in.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Confidence">Percent that it is a post.</param>
/// <param name="IsPost">By label or by reading; null where nobody knows.</param>
/// <param name="IsLabelled">Whether a label says so.</param>
/// <param name="Key">Under which a verdict names it.</param>
/// <param name="Context">Its words with those around them.</param>
internal sealed record JudgedQuote(string Place, string Rule, int Confidence, bool? IsPost, bool IsLabelled, string Key, string Context);
