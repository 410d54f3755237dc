using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>What every rendering says around a quote: worded here once, in the reader's language, marked up by each renderer in its own way.</summary>
internal sealed class CaptionWords(QuoteRenderingOptions options)
{
    private const int MostReasons = 8;

    public RenderingLabels Labels { get; } = RenderingLabels.Of(options.LabelLanguage);

    public string Author(Author? author) => CaptionFacts.Author(author) ?? Labels.UnknownAuthor;

    public string AnsweredAuthor(Author? author) => CaptionFacts.Author(author) ?? Labels.AnUnknownAuthor;

    public string Platform(QuoteBlock block)
    {
        if (options.PlatformName?.Invoke(block.Platform) is { } name)
            return VisibleText.Line(name);
        return block.Platform is "" or "unknown"
            ? Labels.UnknownPlatform
            : VisibleText.Name(char.ToUpperInvariant(block.Platform[0]) + block.Platform[1..]);
    }

    /// <summary>The date, as precise as it is known, or what the source printed in its place.</summary>
    public string Date(Published published)
    {
        if (DisplayDate.Read(published.At, published.Precision) is { } date)
            return date.InWords(Labels);
        string? shown = published.AsShown ?? published.At;
        return string.IsNullOrWhiteSpace(shown) ? Labels.DateUnknown : Labels.Dated.Around(VisibleText.Line(shown));
    }

    /// <summary>What a look found, as a clause that a date can follow.</summary>
    public string StateClause(PostState state) => Labels.Clauses.GetValueOrDefault(state) ?? Labels.Clauses[PostState.Unknown];

    /// <summary>The same in a word or two.</summary>
    public string StateWord(PostState state) => Labels.States.GetValueOrDefault(state) ?? Labels.States[PostState.Unknown];

    /// <summary>Stands in place of words that the block does not hold; null where nothing is missing.</summary>
    public string? MissingWords(QuoteBlock block) => (block.Text.Value.Length, block.Text.Completeness) switch
    {
        ( > 0, _) => null,
        (_, TextCompleteness.Absent) => Labels.NoTextButEmbed,
        (_, TextCompleteness.Redacted) => Labels.TextRemoved,
        _ when block.Media.Any(CaptionFacts.IsContent) => null,
        _ => Labels.NoText,
    };

    /// <summary><c>[image: what it shows]</c>, for a medium that cannot be shown itself.</summary>
    public string Label(Media medium)
    {
        string kind = Labels.Media.GetValueOrDefault(medium.Type) ?? Labels.Media[MediaType.Document];
        return CaptionFacts.Alt(medium) is { } alt ? $"[{kind}: {alt}]" : $"[{kind}]";
    }

    /// <summary>The description of a picture for those who do not see it.</summary>
    public string AltOf(Media medium) => CaptionFacts.Alt(medium) ?? Labels.UndescribedImage;

    public string Votes(long votes) => (votes == 1 ? Labels.Vote : Labels.Votes).Around(votes);

    /// <summary>Sentences that keep a reader from trusting more than is known: recovered, translated, cut short.</summary>
    public string? Cautions(QuoteBlock block)
    {
        var cautions = new List<string>(3);
        if (Recovered(block) is { } recovered)
            cautions.Add(recovered);
        if (block.Text.Translated is TranslationState.Certain)
            cautions.Add(Labels.Translated);
        if (block.Text.Translated is TranslationState.Likely)
            cautions.Add(Labels.ProbablyTranslated);
        if (block.Text.Completeness == TextCompleteness.Truncated)
            cautions.Add(Labels.CutShort);
        return cautions.Count == 0 ? null : string.Join(' ', cautions);
    }

    /// <summary>Why a recovered quote is taken for one, each reason with its weight; null where there is nothing to say. The reasons are the block's own, and English.</summary>
    public string? Reasons(QuoteBlock block)
    {
        if (block.Recovery is not { Evidence: { IsEmpty: false } evidence })
            return null;
        string reasons = string.Join("; ", evidence.Take(MostReasons).Select(Reason));
        return evidence.Length > MostReasons ? $"{reasons}; {Labels.More.Around(evidence.Length - MostReasons)}" : reasons;
    }

    private string? Recovered(QuoteBlock block)
    {
        if (block.Recovery is { } recovery)
            return Labels.Recovered.Around(Sureness(recovery));
        if (block.Provenance.TryGetValue("", out Provenance? whole) && whole.Via == Via.Recovered)
            return Labels.Recovered.Around(Labels.Sure.Around(whole.Confidence));
        return block.Provenance.Values.Any(provenance => provenance.Via == Via.Recovered) ? Labels.PartlyRecovered : null;
    }

    private string Sureness(QuoteRecovery recovery)
    {
        var parts = new List<string>(4) { Labels.SurePost.Around(recovery.Post) };
        if (recovery.Author > 0)
            parts.Add(Labels.SureAuthor.Around(recovery.Author));
        if (recovery.Platform > 0)
            parts.Add(Labels.SurePlatform.Around(recovery.Platform));
        parts.Add(Labels.SureWords.Around(recovery.Words));
        return string.Join(", ", parts);
    }

    private static string Reason(RecoveryEvidence evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{VisibleText.Line(evidence.Why).TrimEnd('.')} ({(evidence.Weight < 0 ? "−" : "+")}{Math.Abs((long)evidence.Weight)})");
}
