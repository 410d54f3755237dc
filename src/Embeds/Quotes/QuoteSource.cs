using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>Where and how an article quotes the post.</summary>
public sealed record QuoteSource
{
    /// <summary>What kind of place it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Address it was read from.</summary>
    public string? Url { get; init; }

    /// <summary>The article's own permalink.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The article's title.</summary>
    public string? Title { get; init; }

    /// <summary>UTC time at which the article was read.</summary>
    public string? RetrievedAt { get; init; }

    /// <summary>Hash of the article's bytes.</summary>
    public string? Sha256 { get; init; }

    /// <summary>0-based position among the article's quotes.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The carrier's form: <c>blockquote</c>, <c>iframe</c>, <c>amp</c>, <c>flattened-text</c> …</summary>
    public string? EmbedForm { get; init; }

    /// <summary>How to find the quote in the article again.</summary>
    public ImmutableArray<Selector> Selectors { get; init => field = value.OrEmpty(); } = [];
}
