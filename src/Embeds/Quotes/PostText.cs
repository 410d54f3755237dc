using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>The words of a post.</summary>
public sealed record PostText
{
    /// <summary>The words verbatim, with LF line ends, no Unicode normalisation and no lone surrogates. Empty when <see cref="Completeness"/> is absent.</summary>
    public required string Value { get; init; }

    /// <summary>How much of the text this is.</summary>
    public required TextCompleteness Completeness { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Lang { get; init; }

    /// <summary>Where <see cref="Lang"/> came from.</summary>
    public LanguageSource? LangSource { get; init; }

    /// <summary>Base direction.</summary>
    public TextDirection? Dir { get; init; }

    /// <summary>Whether these are the post's own words; null when there is no sign of a translation.</summary>
    public TranslationState? Translated { get; init; }

    /// <summary>The author's own warning shown in place of the text.</summary>
    public string? ContentWarning { get; init; }

    /// <summary>Spans with a meaning, in order of their start.</summary>
    public ImmutableArray<Facet> Facets { get; init => field = value.OrEmpty(); } = [];
}
