using System.Collections.Immutable;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>A quoted post that was found in the words of an article. Spans are UTF-16 units of the article's text.</summary>
internal sealed record RecoveredQuote
{
    /// <summary>Under which form quote blocks name this kind of find.</summary>
    public const string Form = "flattened-text";

    /// <summary>The rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>All that is left of the embed: words, signature, residue.</summary>
    public required TextSpan Whole { get; init; }

    /// <summary>The post's words in the article, within <see cref="Whole"/>; empty where none are left.</summary>
    public required TextSpan WordsSpan { get; init; }

    /// <summary>The words with LF line ends and without the marks of a Markdown quotation.</summary>
    public required string Words { get; init; }

    public required TextCompleteness Completeness { get; init; }

    /// <summary>The platform's id, or null.</summary>
    public string? Platform { get; init; }

    /// <summary>The author's name, only where the article gives it.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The author's handle without <c>@</c>, only where the article gives it.</summary>
    public string? AuthorHandle { get; init; }

    public Published Published { get; init; } = Published.Unknown;

    /// <summary>The post's address, only where it stands in the text.</summary>
    public string? Permalink { get; init; }

    /// <summary>The post's id, only where its address stands in the text.</summary>
    public string? NativeId { get; init; }

    public TranslationState? Translated { get; init; }

    /// <summary>Offsets are code points of <see cref="Words"/>.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    public required QuoteRecovery Confidence { get; init; }
}
