using System.Collections.Immutable;

namespace Embeds.Languages;

/// <summary>The phrases that begin with the same word, the longest first.</summary>
internal sealed class CueBucket
{
    private readonly ImmutableArray<Cue> _cues;
    private readonly CueKind _kinds;

    public CueBucket(IEnumerable<Cue> cues)
    {
        _cues = [.. cues.OrderByDescending(cue => cue.Text.Length).ThenBy(cue => cue.Text, StringComparer.Ordinal)];
        _kinds = _cues.Aggregate(CueKind.None, (kinds, cue) => kinds | cue.Kind);
    }

    /// <summary>Whether some phrase is of one of the kinds.</summary>
    public bool HasAny(CueKind kinds) => (_kinds & kinds) != CueKind.None;

    /// <summary>Whether the words are one of the bucket's phrases.</summary>
    public bool Has(ReadOnlySpan<char> words, CueKind kinds, string? language)
    {
        if (!HasAny(kinds))
            return false;
        foreach (Cue cue in _cues)
            if ((cue.Kind & kinds) != CueKind.None && cue.IsOf(language) && MatchEnd(words, 0, words.Length, cue) == words.Length)
                return true;
        return false;
    }

    /// <summary>Adds the phrases that stand at <paramref name="start"/>: of each kind only the longest.</summary>
    public void AddMatches(string text, int start, int end, CueKind kinds, List<CueHit> hits)
    {
        if (!HasAny(kinds))
            return;
        CueKind seen = CueKind.None;
        int longest = 0;
        foreach (Cue cue in _cues)
        {
            if ((cue.Kind & kinds) == CueKind.None || ((cue.Kind & seen) != CueKind.None && cue.Text.Length < longest))
                continue;
            int matchEnd = MatchEnd(text, start, end, cue);
            if (matchEnd < 0)
                continue;
            hits.Add(new CueHit(cue, start, matchEnd));
            seen |= cue.Kind;
            longest = cue.Text.Length;
        }
    }

    /// <summary>
    /// The end of the phrase in the text, or -1. A space of the phrase stands for any run of blanks, apostrophes and hyphens
    /// for each other; case counts only in names of platforms, where <c>Threads</c> is not <c>threads</c>.
    /// </summary>
    private static int MatchEnd(ReadOnlySpan<char> text, int start, int end, Cue cue)
    {
        bool exact = cue.Kind == CueKind.PlatformName;
        int i = start;
        foreach (char wanted in cue.Text)
        {
            if (i >= end)
                return -1;
            char c = text[i];
            if (wanted == ' ')
            {
                if (!Scripts.IsBlank(c))
                    return -1;
                while (i < end && Scripts.IsBlank(text[i]))
                    i++;
                continue;
            }

            bool same = c == wanted
                || (!exact && char.ToUpperInvariant(c) == char.ToUpperInvariant(wanted))
                || (Scripts.IsApostrophe(c) && Scripts.IsApostrophe(wanted));
            if (!same)
                return -1;
            i++;
        }

        char last = text[i - 1];
        bool cutsWord = i < text.Length && Scripts.IsWordChar(text[i]) && Scripts.IsWordChar(last)
            && !Scripts.IsUnspaced(last) && !Scripts.IsUnspaced(text[i]);
        return cutsWord ? -1 : i;
    }
}
