using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Tells whether an article shows its posts in translation. Words that a signature or a widget line closes were copied, not
/// translated; of all others the article's own signs decide.
/// </summary>
internal sealed class Translation
{
    private const int FirstBlocks = 12;
    private const int ManyForeignNames = 6;
    private const int MostLikely = 40;
    private const int MostCertain = 10;

    private readonly Reading _reading;
    private readonly TextSpan? _sign;
    private readonly Rule _rule;

    public Translation(Reading reading)
    {
        _reading = reading;
        TextSpan? link = LanguageLink(reading);
        _sign = link ?? ForeignNames(reading);
        _rule = link is null ? Rule.TranslatedNames : Rule.TranslatedLink;
    }

    public void AddTo(Finding finding)
    {
        if (finding.Words.IsEmpty || finding.Lead.IsEmpty || IsForeign(finding))
            return;
        if (Told(finding) is { } told)
            Set(finding, TranslationState.Certain, Rule.TranslatedTold, told);
        else if (_sign is not null && GlossIn(finding) is { } gloss)
            Set(finding, TranslationState.Certain, Rule.TranslatedGloss, gloss);
        else if (_sign is { } sign)
            Set(finding, TranslationState.Likely, _rule, sign);
    }

    private static void Set(Finding finding, TranslationState state, Rule rule, TextSpan span)
    {
        finding.Translated = state;
        finding.WordsConfidence = Math.Min(finding.WordsConfidence, state == TranslationState.Certain ? MostCertain : MostLikely);
        finding.Add(rule, span);
    }

    /// <summary>Words in another language than the article's are the original.</summary>
    private bool IsForeign(Finding finding) =>
        _reading.Language is { } language
        && _reading.Lexicon.Guess.Of(finding.Words.Of(_reading.Text)) is { } words
        && !string.Equals(language, words, StringComparison.Ordinal);

    private TextSpan? Told(Finding finding)
    {
        List<CueHit> hits = _reading.Cues(finding.Lead, CueKind.Translation);
        return hits.Count == 0 ? null : new TextSpan(hits[0].Start, hits[0].End);
    }

    private TextSpan? GlossIn(Finding finding)
    {
        for (int i = finding.Words.Start; i < finding.Words.End; i++)
        {
            if (_reading.Text[i] is not ('@' or '#'))
                continue;
            while (i < finding.Words.End && !Scripts.IsBlank(_reading.Text[i]))
                i++;
            TextSpan gloss = Facets.GlossBehind(_reading.Text, i);
            if (!gloss.IsEmpty && gloss.End <= finding.Words.End)
                return gloss;
        }

        return null;
    }

    /// <summary>A link to the same article in another language stands above it, often glued to its first word.</summary>
    private static TextSpan? LanguageLink(Reading reading)
    {
        var blocks = reading.Article.Blocks;
        foreach (LanguageFile file in reading.Lexicon.Files)
        {
            if (string.Equals(file.Language, reading.Language, StringComparison.Ordinal))
                continue;
            foreach (string link in file.LanguageLinks)
                for (int block = 0; block < Math.Min(FirstBlocks, blocks.Length); block++)
                    if (StartsWithLink(reading.Article.Of(blocks[block]), link))
                        return new TextSpan(blocks[block].Start, blocks[block].Start + link.Length);
        }

        return null;
    }

    private static bool StartsWithLink(ReadOnlySpan<char> block, string link) =>
        block.StartsWith(link, StringComparison.Ordinal) && (block.Length == link.Length || char.IsUpper(block[link.Length]));

    /// <summary>Capitalised words with letters that the article's language does not use.</summary>
    private static TextSpan? ForeignNames(Reading reading)
    {
        LanguageFile? file = reading.Lexicon.Files.FirstOrDefault(file => string.Equals(file.Language, reading.Language, StringComparison.Ordinal));
        if (file is null || !file.IsLatin)
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        TextSpan? first = null;
        string text = reading.Text;
        for (int i = 0; i < text.Length && i < 20_000; i++)
        {
            if (!char.IsUpper(text[i]) || (i > 0 && Scripts.IsWordChar(text[i - 1])))
                continue;
            int end = i;
            bool foreign = false;
            while (end < text.Length && char.IsLetter(text[end]))
                foreign |= IsForeignLetter(char.ToLowerInvariant(text[end++]), file.Letters);
            if (foreign && names.Add(text[i..end]))
                first ??= new TextSpan(i, end);
            i = end;
        }

        return names.Count >= ManyForeignNames ? first : null;
    }

    private static bool IsForeignLetter(char letter, string own) =>
        letter is >= '\u00DF' and <= '\u024F' && !own.Contains(letter, StringComparison.Ordinal);
}
