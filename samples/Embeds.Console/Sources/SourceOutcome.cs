namespace Embeds.Cli.Sources;

/// <summary>
/// What became of a source: the quotes of its articles (one, or one for each item of a feed), or why there are none. Without a
/// failure there is at least one article.
/// </summary>
internal sealed record SourceOutcome(Source Source, IReadOnlyList<ArticleQuotes> Articles, SourceFailure? Failure);
