using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Embeds.Languages;

/// <summary>Tells a text's language by its script and its most frequent short words; says nothing when it cannot tell.</summary>
internal sealed class LanguageGuess
{
    private const int MostWords = 1000;

    /// <summary>Japanese words may be written in ideographs alone, Japanese sentences are not.</summary>
    private const int FewestIdeographs = 10;

    private readonly FrozenDictionary<string, ulong> _languagesOf;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly ImmutableArray<string> _languages;
    private readonly WordFilter _filter;

    public LanguageGuess(ImmutableArray<LanguageFile> files)
    {
        _languages = [.. files.Select(file => file.Language)];
        var words = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < files.Length; i++)
            foreach (string word in files[i].FunctionWords)
                words[word] = words.GetValueOrDefault(word) | (1UL << i);
        _filter = new WordFilter(words.Keys);
        _languagesOf = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _languagesOf.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The language that has at least <paramref name="least"/> of its short words here, and clearly more than any other; else null.</summary>
    public string? Of(ReadOnlySpan<char> text, int least = 3)
    {
        if (OfScript(text) is { } byScript)
            return byScript;
        Span<int> counts = stackalloc int[64];
        counts.Clear();
        Count(text, counts);
        int best = 0, second = 0, bestIndex = -1;
        for (int i = 0; i < _languages.Length; i++)
        {
            if (counts[i] > best)
                (second, best, bestIndex) = (best, counts[i], i);
            else if (counts[i] > second)
                second = counts[i];
        }

        return best >= least && best * 2 >= (second * 3) ? _languages[bestIndex] : null;
    }

    public bool IsFunctionWord(ReadOnlySpan<char> word) => _bySpan.ContainsKey(word);

    private void Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        int words = 0;
        for (int i = 0; i < text.Length && words < MostWords;)
        {
            if (!Scripts.IsWordChar(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && Scripts.IsWordChar(text[i]))
                i++;
            words++;
            ReadOnlySpan<char> word = text[start..i];
            if (!_filter.MayHold(word) || !_bySpan.TryGetValue(word, out ulong languages))
                continue;
            for (int language = 0; languages != 0; language++, languages >>= 1)
                counts[language] += (int)(languages & 1);
        }
    }

    /// <summary>Scripts that one language of ours writes alone.</summary>
    private static string? OfScript(ReadOnlySpan<char> text)
    {
        int kana = 0, han = 0, hangul = 0, letters = 0;
        foreach (char c in text[..Math.Min(text.Length, 4 * MostWords)])
        {
            if (Scripts.IsKana(c))
                kana++;
            else if (Scripts.IsHan(c) && c is not ('年' or '月' or '日'))
                han++;
            else if (Scripts.IsHangul(c))
                hangul++;
            else if (char.IsLetter(c))
                letters++;
        }

        // One ideograph says about as much as two or three letters.
        int all = letters + (2 * (kana + han + hangul));
        if (all < 8 || 2 * (kana + han + hangul) < all / 3)
            return null;
        if (hangul > kana + han)
            return "ko";
        return kana * 10 > han ? "ja" : han >= FewestIdeographs ? "zh" : null;
    }
}
