using System.Text;

namespace Embeds.Recovery;

/// <summary>
/// Compares recovered words with posts whose words are known, to find the post that was quoted. Case, blanks, the shape of
/// quotation marks and dashes, and addresses do not count.
/// </summary>
internal static class QuoteMatcher
{
    private const int LeastOverlap = 80;
    private const int FewestTokens = 4;

    /// <summary>The candidate that the words are of, or null where none is, or where two are equally good.</summary>
    public static QuoteMatch? Best(string words, IReadOnlyList<string> candidates, bool translated = false)
    {
        var wanted = new FoldedWords(words);
        QuoteMatch? best = null;
        bool tied = false;
        for (int i = 0; i < candidates.Count; i++)
        {
            if ((translated ? Translated(words, candidates[i]) : Compare(wanted, new FoldedWords(candidates[i]))) is not { } found)
                continue;
            QuoteMatch match = new(i, found.Kind, found.Percent);
            if (best is null || match.Rank > best.Rank)
                (best, tied) = (match, false);
            else if (match.Rank == best.Rank)
                tied = true;
        }

        return tied ? null : best;
    }

    /// <summary>Whether words are of a post, or a part of it however short.</summary>
    public static bool IsPart(FoldedWords wanted, FoldedWords known) =>
        known.Text.Contains(wanted.Text, StringComparison.Ordinal) || Compare(wanted, known) is not null;

    /// <summary>Lower case, single spaces, plain marks, no addresses, no ellipsis at the end.</summary>
    public static string Normalize(ReadOnlySpan<char> words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (Range range in words.SplitAny(' ', '\n', '\r', '\t', '\u00A0', '\u2028', '\u2029'))
        {
            ReadOnlySpan<char> word = words[range];
            int address = ShortLinks.IndexIn(word);
            if (address >= 0)
                word = word[..address];
            int start = plain.Length;
            if (start > 0 && !word.IsEmpty)
                plain.Append(' ');
            foreach (char c in word)
                Append(plain, c);
        }

        return plain.ToString().TrimEnd(' ', '.').Trim();
    }

    private static void Append(StringBuilder plain, char c)
    {
        switch (c)
        {
            case '“' or '”' or '„' or '‟' or '«' or '»' or '＂':
                plain.Append('"');
                break;
            case '‘' or '’' or 'ʼ' or '‚':
                plain.Append('\'');
                break;
            case '–' or '—' or '‑' or '−' or '―':
                plain.Append('-');
                break;
            case '…':
                plain.Append("...");
                break;
            case '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\uFEFF' or '\uFE0F':
                break;
            default:
                plain.Append(char.ToLowerInvariant(c));
                break;
        }
    }

    private static (QuoteMatchKind Kind, int Percent)? Translated(string words, string candidate) =>
        Entities.Overlap(words, candidate) is >= LeastOverlap and int percent ? (QuoteMatchKind.Entities, percent) : null;

    private static (QuoteMatchKind Kind, int Percent)? Compare(FoldedWords wanted, FoldedWords known)
    {
        if (wanted.Text.Length == 0 || known.Text.Length == 0)
            return null;
        if (string.Equals(wanted.Text, known.Text, StringComparison.Ordinal))
            return (QuoteMatchKind.Equal, 100);
        HashSet<string> mine = wanted.Tokens, theirs = known.Tokens;
        if (mine.Count >= FewestTokens && known.Text.Contains(wanted.Text, StringComparison.Ordinal))
            return (QuoteMatchKind.Contained, 100 * wanted.Text.Length / known.Text.Length);
        if (theirs.Count >= FewestTokens && wanted.Text.Contains(known.Text, StringComparison.Ordinal))
            return (QuoteMatchKind.Contained, 100 * known.Text.Length / wanted.Text.Length);
        int shared = mine.Count(theirs.Contains);
        int overlap = 100 * shared / Math.Max(1, mine.Count + theirs.Count - shared);
        return overlap >= LeastOverlap && shared >= FewestTokens ? (QuoteMatchKind.Overlapping, overlap) : null;
    }

    /// <summary>Words; in scripts without spaces, pairs of characters.</summary>
    public static HashSet<string> Tokens(string normalized)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < normalized.Length;)
        {
            if (!Languages.Scripts.IsWordChar(normalized[i]))
            {
                i++;
                continue;
            }

            int start = i;
            bool unspaced = Languages.Scripts.IsUnspaced(normalized[i]);
            while (i < normalized.Length && Languages.Scripts.IsWordChar(normalized[i]) && Languages.Scripts.IsUnspaced(normalized[i]) == unspaced)
                i++;
            if (!unspaced || i - start == 1)
                tokens.Add(normalized[start..i]);
            for (int pair = start; unspaced && pair + 1 < i; pair++)
                tokens.Add(normalized.Substring(pair, 2));
        }

        return tokens;
    }
}
