using System.Collections.Immutable;
using System.Text;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>Makes quotes of what the forms found: adds what the words themselves show, drops the unlikely and the overlapping.</summary>
internal static class QuoteAssembly
{
    /// <summary>How far a sentence may be from the post that it quotes a part of, in findings.</summary>
    private const int Near = 12;

    private const int MostShown = 120;

    public static IEnumerable<RecoveredQuote> Of(Reading reading)
    {
        if (reading.Findings.Count == 0)
            yield break;
        var codePoints = new CodePointIndex(reading.Text);
        var translation = new Translation(reading);
        foreach (Finding finding in reading.Findings)
        {
            Residue.AddTo(finding, reading.Text);
            translation.AddTo(finding);
        }

        List<Finding> kept = Kept(reading);
        var folded = new FoldedWords?[kept.Count];
        for (int i = 0; i < kept.Count; i++)
            if (!IsShownNear(kept, i, Folded))
                yield return ToQuote(kept[i], reading.Text, codePoints);

        FoldedWords Folded(int i) => folded[i] ??= new FoldedWords(kept[i].Words.Of(reading.Text));
    }

    /// <summary>The likely ones in order; of two that overlap the first.</summary>
    private static List<Finding> Kept(Reading reading)
    {
        var kept = new List<Finding>();
        int end = 0;
        foreach (Finding finding in reading.Findings.Where(finding => finding.PostConfidence >= Rule.Lowest).OrderBy(finding => finding.Whole.Start))
        {
            if (finding.Whole.Start < end)
                continue;
            end = finding.Whole.End;
            kept.Add(finding);
        }

        return kept;
    }

    /// <summary>A sentence may quote a part of a post that the article also shows whole: that is one post, not two.</summary>
    private static bool IsShownNear(List<Finding> findings, int index, Func<int, FoldedWords> folded)
    {
        if (findings[index].Rule != Rule.Inline)
            return false;
        for (int i = Math.Max(0, index - Near); i < Math.Min(findings.Count, index + Near); i++)
            if (findings[i].Rule != Rule.Inline && QuoteMatcher.IsPart(folded(index), folded(i)))
                return true;
        return false;
    }

    private static RecoveredQuote ToQuote(Finding finding, string text, CodePointIndex codePoints)
    {
        string words = WordsOf(finding.Words.Of(text));
        return new RecoveredQuote
        {
            Rule = finding.Rule.Id,
            Whole = finding.Whole,
            WordsSpan = finding.Words,
            Words = words,
            Completeness = CompletenessOf(finding, words),
            Platform = finding.Platform,
            AuthorName = finding.AuthorName,
            AuthorHandle = finding.AuthorHandle,
            Published = finding.Published,
            Permalink = finding.Permalink,
            NativeId = finding.NativeId,
            Translated = finding.Translated,
            Facets = Facets.Of(words, mayBeEdited: !finding.Lead.IsEmpty),
            Confidence = new QuoteRecovery
            {
                Post = finding.PostConfidence,
                Author = finding.AuthorName is null && finding.AuthorHandle is null ? 0 : finding.AuthorConfidence,
                Platform = finding.PlatformConfidence,
                Words = words.Length == 0 ? 0 : finding.WordsConfidence,
                Evidence = [.. finding.Evidence.Select(piece => ToEvidence(piece, finding, text, codePoints))],
            },
        };
    }

    private static RecoveryEvidence ToEvidence(Finding.Piece piece, Finding finding, string text, CodePointIndex codePoints) => new()
    {
        Rule = piece.Rule.Id,
        Start = codePoints.At(piece.Span.Start),
        End = codePoints.At(piece.Span.End),
        Weight = piece.Weight,
        Why = piece.Span.IsEmpty || piece.Span.Equals(finding.Words) ? piece.Rule.Why + "." : $"{piece.Rule.Why}: “{Shown(piece.Span.Of(text))}”.",
    };

    /// <summary>The words of a piece on one line, or their beginning.</summary>
    private static string Shown(ReadOnlySpan<char> words)
    {
        string line = string.Join(' ', words[..Math.Min(words.Length, 2 * MostShown)].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return VerbatimText.Normalise(line.Length <= MostShown ? line : VerbatimText.Shorten(line, MostShown) + "…");
    }

    private static TextCompleteness CompletenessOf(Finding finding, string words)
    {
        if (words.Length == 0)
            return TextCompleteness.Absent;
        ReadOnlySpan<char> shown = words;
        int address = ShortLinks.ResidueIn(shown);
        shown = (address < 0 ? shown : shown[..address]).TrimEnd();
        bool cut = finding.Completeness == TextCompleteness.Full && shown.EndsWith('…');
        return cut ? TextCompleteness.Truncated : finding.Completeness;
    }

    /// <summary>LF line ends, and no <c>&gt;</c> in front of the lines of a Markdown quotation.</summary>
    private static string WordsOf(ReadOnlySpan<char> span)
    {
        if (!span.ContainsAny('\r', '\n'))
            return span.ToString();
        var words = new StringBuilder(span.Length);
        bool quoted = span.StartsWith('>');
        foreach (ReadOnlySpan<char> line in span.EnumerateLines())
        {
            if (words.Length > 0)
                words.Append('\n');
            words.Append(quoted && line.StartsWith('>') ? line[1..].TrimStart(' ') : line.TrimEnd());
        }

        return words.ToString().Trim();
    }
}
