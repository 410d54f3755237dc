namespace Embeds.Cli.Sources;

/// <summary>What became of a source: its quotes, or why there are none. Exactly one of the two is set.</summary>
internal sealed record SourceOutcome(Source Source, ArticleQuotes? Quotes, SourceFailure? Failure);
