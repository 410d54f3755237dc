using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>
/// Merges the words of a post. What the article prints is what it quoted, so that it gives way only to the same words: whole where
/// they were cut, with their line breaks where those were lost. Other words are kept as evidence.
/// </summary>
internal static class TextMerger
{
    private const int MaxEvidence = 1500;

    /// <param name="trusted">All sources, the most trusted first.</param>
    /// <param name="printed">The article's own.</param>
    /// <param name="link">The post.</param>
    /// <param name="origin">Takes where the words came from.</param>
    /// <param name="issues">Takes that the words differ.</param>
    /// <returns>The words, and whether the platform has others now.</returns>
    public static (PostText? Text, bool IsReworded) Merge(
        ReadOnlySpan<PostFacts> trusted, PostFacts printed, PostLink? link, ImmutableSortedDictionary<string, Provenance>.Builder origin, ICollection<CaptureIssue> issues)
    {
        if (trusted.Length == 1)
            return (printed.Text, false);
        var taken = printed.Text is { Value.Length: > 0 } ? printed : null;
        PostFacts? differs = null;
        foreach (var facts in trusted)
        {
            if (ReferenceEquals(facts, printed) || facts.Text is not { Value.Length: > 0 } text)
                continue;
            if (taken is null || Completes(text, taken.Text!, facts.Via))
                taken = facts;
            else if (!SameWords(text, taken.Text!) && differs is null)
                differs = facts;
        }

        if (taken is null)
            return (printed.Text ?? FirstEmpty(trusted, origin), false);
        if (!ReferenceEquals(taken, printed))
            origin["/text"] = FactMerger.Of(taken);
        if (differs is not null)
            Keep(differs, taken, link, origin, issues);
        return (WithRest(taken.Text!, trusted), differs is not null && ReferenceEquals(taken, printed));
    }

    /// <summary>Whether a text is the other one and more of it, or the same with more of its form.</summary>
    private static bool Completes(PostText text, PostText than, Via via)
    {
        var (more, less) = (Squeezed(text.Value), Squeezed(than.Value));
        if (more == less)
            return text.Facets.Length >= than.Facets.Length && (via is Via.Api or Via.JsonLd || text.Value.AsSpan().Count('\n') > than.Value.AsSpan().Count('\n'));
        var beginning = Beginning(less);
        if (beginning.Length == 0 || !more.StartsWith(beginning, StringComparison.Ordinal) || more.Length <= beginning.Length)
            return false;
        // A text that was whole when it was printed grows only by an edit; an older copy cannot tell.
        return than.Completeness != TextCompleteness.Full || beginning.Length < less.Length && text.Completeness == TextCompleteness.Full && more.Length > less.Length;
    }

    /// <summary>The same words, but for a cut or a link at the end that stands for a picture.</summary>
    private static bool SameWords(PostText a, PostText b)
    {
        var (x, y) = (Beginning(Squeezed(a.Value)), Beginning(Squeezed(b.Value)));
        return x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal);
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words without what stands for the rest of them: links to the post or its pictures, and an ellipsis.</summary>
    private static string Beginning(string text)
    {
        var words = text.AsSpan();
        while (words.LastIndexOf(' ') is var blank && IsResidue(words[(blank + 1)..]))
            words = blank < 0 ? default : words[..blank];
        return words.TrimEnd('…').TrimEnd('.').TrimEnd().ToString();
    }

    private static bool IsResidue(ReadOnlySpan<char> word) =>
        word.StartsWith("https://t.co/") || word.StartsWith("http://t.co/") || word.StartsWith("pic.twitter.com/") || word.StartsWith("pic.x.com/") || word is "…";

    /// <summary>Language, direction, warning and spans that the taken words' own source does not have.</summary>
    private static PostText WithRest(PostText text, ReadOnlySpan<PostFacts> trusted)
    {
        foreach (var facts in trusted)
        {
            if (facts.Text is not { } other)
                continue;
            if (text.Lang is null && other.Lang is not null)
                text = text with { Lang = other.Lang, LangSource = other.LangSource };
            text = text with { Dir = text.Dir ?? other.Dir, ContentWarning = text.ContentWarning ?? other.ContentWarning };
            if (other.Value == text.Value && other.Facets.Length > text.Facets.Length)
                text = text with { Facets = other.Facets };
        }

        return text;
    }

    /// <summary>A post without words may still have a warning in front of its pictures.</summary>
    private static PostText? FirstEmpty(ReadOnlySpan<PostFacts> trusted, ImmutableSortedDictionary<string, Provenance>.Builder origin)
    {
        foreach (var facts in trusted)
        {
            if (facts.Text is not { } text)
                continue;
            origin["/text"] = FactMerger.Of(facts);
            return text;
        }

        return null;
    }

    private static void Keep(PostFacts differs, PostFacts taken, PostLink? link, ImmutableSortedDictionary<string, Provenance>.Builder origin, ICollection<CaptureIssue> issues)
    {
        var other = VerbatimText.Shorten(differs.Text!.Value, MaxEvidence);
        var source = origin.GetValueOrDefault("/text") ?? FactMerger.Of(taken);
        origin["/text"] = source with { Evidence = $"{differs.Rule} has: {other}" };
        issues.Add(new CaptureIssue
        {
            Code = "text-conflict",
            Severity = "info",
            Url = link?.Permalink,
            Message = $"The article and the platform ({differs.Rule}) have different words for this post; the article's are kept.",
        });
    }
}
