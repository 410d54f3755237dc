using System.Buffers;
using System.Globalization;
using System.Text;
using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Whether words read as somebody's post rather than as the article's own.</summary>
internal static class Voice
{
    private const int FewWords = 3;
    private const int LongerWord = 4;

    private static readonly SearchValues<char> Exclamations = SearchValues.Create("!?！？؟");

    /// <summary>Mentions, hashtags, emoji, short links: the marks of posts.</summary>
    public static bool HasMarks(ReadOnlySpan<char> words) =>
        HasMention(words) || HasHashtag(words) || HasEmoji(words) || ShortLinks.ResidueIn(words) >= 0;

    /// <summary>Whether a paragraph is somebody's own voice: marks of posts, first or second person, a greeting, an exclamation.</summary>
    public static bool IsOwn(Reading reading, TextSpan span)
    {
        ReadOnlySpan<char> words = span.Of(reading.Text);
        return HasMarks(words)
            || words.IndexOfAny('!', '！') >= 0
            || HasPerson(reading, span)
            || reading.Lexicon.StartsWith(reading.Text, span, CueKind.Greeting);
    }

    /// <summary>The same, where the article itself says I, we or you: then these words tell no voice from another.</summary>
    public static bool IsOthers(Reading reading, TextSpan span)
    {
        ReadOnlySpan<char> words = span.Of(reading.Text);
        return reading.IsInFirstPerson ? HasMarks(words) || reading.Lexicon.StartsWith(reading.Text, span, CueKind.Greeting) : IsOwn(reading, span);
    }

    /// <summary>Whether the words are a headline's: <c>The Old Bridge at Night</c>, every longer word with a capital and no end of a sentence.</summary>
    public static bool IsTitle(ReadOnlySpan<char> words)
    {
        if (EndsSentence(words) || HasMarks(words))
            return false;
        int longer = 0;
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.Length < LongerWord)
                continue;
            if (!char.IsUpper(word[0]))
                return false;
            longer++;
        }

        return longer >= 2;
    }

    /// <summary>
    /// Whether somebody speaks for himself: I, we or you outside quotation marks, an exclamation, a question, a greeting, a few
    /// words as a paragraph, a small first letter.
    /// </summary>
    public static bool Speaks(Reading reading, TextSpan span)
    {
        ReadOnlySpan<char> words = span.Of(reading.Text);
        bool isShort = EndsSentence(words) && CountWords(words) <= FewWords;
        if (isShort || char.IsLower(words[0]) || reading.Lexicon.StartsWith(reading.Text, span, CueKind.Greeting))
            return true;
        int start = span.Start;
        foreach (QuotationMarks.Quotation quotation in QuotationMarks.In(reading.Text, span))
        {
            if (SpeaksIn(reading, new TextSpan(start, quotation.Whole.Start)))
                return true;
            start = quotation.Whole.End;
        }

        return SpeaksIn(reading, new TextSpan(start, span.End));
    }

    private static bool SpeaksIn(Reading reading, TextSpan span) =>
        span.Of(reading.Text).ContainsAny(Exclamations) || (!reading.IsInFirstPerson && HasPerson(reading, span));

    /// <summary>Whether the words say I, we or you.</summary>
    public static bool HasPerson(Reading reading, TextSpan span) =>
        reading.HasCue(span, CueKind.Person);

    /// <summary>How many words; of scripts without spaces, two characters count as one.</summary>
    public static int CountWords(ReadOnlySpan<char> words)
    {
        int halves = 0;
        bool inWord = false;
        foreach (char c in words)
        {
            bool isWord = Scripts.IsWordChar(c);
            if (isWord && Scripts.IsUnspaced(c))
                halves++;
            else if (isWord && !inWord)
                halves += 2;
            inWord = isWord;
        }

        return (halves + 1) / 2;
    }

    public static bool HasMention(ReadOnlySpan<char> words) => HasTag(words, '@');

    public static bool HasHashtag(ReadOnlySpan<char> words) => HasTag(words, '#');

    public static bool HasEmoji(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAnyInRange('\u2190', '\uDFFF'))
            return false;
        foreach (Rune rune in words.EnumerateRunes())
            if (IsEmoji(rune))
                return true;
        return false;
    }

    /// <summary>Whether the words end like a sentence, a closing quotation mark or bracket aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> bare = words.TrimEnd("\"'”’»“)]」』*_ ");
        return bare.Length > 0 && bare[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '۔';
    }

    private static bool HasTag(ReadOnlySpan<char> words, char mark)
    {
        for (int at = words.IndexOf(mark); at >= 0;)
        {
            bool starts = at == 0 || !char.IsLetterOrDigit(words[at - 1]);
            if (starts && at + 1 < words.Length && (char.IsLetter(words[at + 1]) || words[at + 1] == '_' || (mark == '@' && char.IsAsciiDigit(words[at + 1]))))
                return true;
            int next = words[(at + 1)..].IndexOf(mark);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsEmoji(Rune rune) =>
        rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF or >= 0x2B00 and <= 0x2BFF or 0xFE0F or 0x20E3
        || (rune.Value is >= 0x2190 and <= 0x23FF && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol);
}
