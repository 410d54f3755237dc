using System.Buffers;
using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>
/// Reads the name beside a verb or behind <c>by</c>. Only what is written with capitals counts, so nothing is read in scripts
/// that have none; a pronoun names nobody.
/// </summary>
internal static class Names
{
    private const int MostFillers = 3;
    private const int MostWords = 6;
    private const int LongestHonored = 16;
    private const int MostMarksBefore = 16;

    private static readonly SearchValues<char> BehindHandle = SearchValues.Create("),:;.'’”s");

    /// <summary>Who stands before a verb: <c>Mayor Ana Torres (@torres) also | tweeted</c>, <c>Ana Torres, the mayor, | tweeted</c>.</summary>
    public static Attribution Before(Reading reading, int start, int end)
    {
        if (Honored(reading, start, end) is { } honored)
            return new Attribution(honored, null);
        List<TextSpan> words = Words(reading.Text, start, end);
        int last = words.Count - 1;
        for (int fillers = 0; last >= 0 && fillers < MostFillers && Is(reading, words[last], CueKind.Filler); fillers++)
            last--;
        if (last < 0)
            return Attribution.None;
        if (last > 0 && Is(reading, words[last], CueKind.Relative) && reading.Text[words[last - 1].End - 1] == ',')
            return EndingWith(reading, words, last - 1);
        if (reading.Text[words[last].End - 1] is ',' && ApposedTo(reading, words, last) is { } apposed)
            return new Attribution(apposed, null);
        return EndingWith(reading, words, last);
    }

    /// <summary>Who stands at the start of a sentence, parted by a comma from its next words: <c>Ana Torres, | in a tweet</c>.</summary>
    public static Attribution BeforeComma(Reading reading, int start, int end)
    {
        List<TextSpan> words = Words(reading.Text, start, end);
        int last = words.Count - 1;
        while (last >= 0 && Is(reading, words[last], CueKind.Determiner))
            last--;
        bool isSubject = last >= 0 && reading.Text[words[last].End - 1] == ',' && RunStart(reading, words, last) == 0;
        return isSubject ? new Attribution(RunEnding(reading, words, last), null) : Attribution.None;
    }

    /// <summary>
    /// Who stands behind a verb: <c>tweeted | Ana Torres (@torres) on Friday</c>. A handle alone is whom somebody tweeted at,
    /// unless the verb has no other subject.
    /// </summary>
    public static Attribution After(Reading reading, int start, int end, bool mayBeHandle = false)
    {
        List<TextSpan> words = Words(reading.Text, start, end);
        if (mayBeHandle && words.Count > 0 && HandleIn(reading.Text, words[0]) is { } alone)
            return new Attribution(null, alone);
        int first = 0;
        while (first < words.Count && first < MostFillers && !IsCapital(reading, words[first]) && !EndsClause(reading.Text, words[first]))
            first++;
        int last = first - 1;
        while (last + 1 < words.Count && last - first < MostWords && (IsCapital(reading, words[last + 1]) || IsParticle(reading, words, last + 1)))
        {
            last++;
            if (EndsClause(reading.Text, words[last]))
                break;
        }

        if (last < first)
            return Attribution.None;
        string? handle = last + 1 < words.Count && reading.Text[words[last + 1].Start] == '(' ? HandleIn(reading.Text, words[last + 1]) : null;
        return new Attribution(RunEnding(reading, words, last), handle);
    }

    /// <summary>
    /// The name before an honorific, in scripts that have no capitals: the ideographs, katakana or syllables right before it.
    /// With two honorifics nobody can tell whose the verb is.
    /// </summary>
    private static string? Honored(Reading reading, int start, int end)
    {
        List<CueHit> honorifics = reading.Cues(new TextSpan(start, end), CueKind.Honorific);
        if (honorifics.Count != 1)
            return null;
        string text = reading.Text;
        int last = honorifics[0].Start;
        if (last > start && text[last - 1] == ' ')
            last--;
        int first = last;
        while (first > start && IsNameCharacter(text[first - 1]))
            first--;
        return last - first is >= 2 and <= LongestHonored ? text[first..last] : null;
    }

    private static bool IsNameCharacter(char c) => Scripts.IsHan(c) || Scripts.IsHangul(c) || c is (>= '\u30A1' and <= '\u30FA') or 'ー' or '・' or '々';

    /// <summary>Whose genitive a phrase ends with: <c>Ana Torres’s | tweet</c>, <c>@torres’ | tweet</c>.</summary>
    public static Attribution Genitive(Reading reading, TextSpan phrase)
    {
        List<TextSpan> words = Words(reading.Text, phrase.Start, phrase.End);
        if (words.Count == 0)
            return Attribution.None;
        TextSpan last = words[^1];
        bool isGenitive = last.Length > 2 && (Scripts.IsApostrophe(reading.Text[last.End - 1]) || (reading.Text[last.End - 1] == 's' && Scripts.IsApostrophe(reading.Text[last.End - 2])));
        return isGenitive ? EndingWith(reading, words, words.Count - 1) : Attribution.None;
    }

    /// <summary>Who is named last in a phrase: <c>from former minister and candidate Ana Torres (@torres)</c>.</summary>
    public static Attribution LastIn(Reading reading, int start, int end)
    {
        if (Honored(reading, start, end) is { } honored)
            return new Attribution(honored, null);
        List<TextSpan> words = Words(reading.Text, start, end);
        int last = words.Count - 1;
        while (last >= 0 && !IsCapital(reading, words[last]) && HandleIn(reading.Text, words[last]) is null)
            last--;
        return last < 0 ? Attribution.None : EndingWith(reading, words, last);
    }

    /// <summary>The handle that is the word, with the name before it; else the name that ends with the word.</summary>
    private static Attribution EndingWith(Reading reading, List<TextSpan> words, int last)
    {
        if (HandleIn(reading.Text, words[last]) is not { } handle)
            return new Attribution(RunEnding(reading, words, last), null);
        return new Attribution(last > 0 ? RunEnding(reading, words, last - 1) : null, handle);
    }

    /// <summary>The handle that a word is, with marks and a genitive at most: <c>(@torres),</c></summary>
    private static string? HandleIn(string text, TextSpan word)
    {
        int at = word.Start + (text[word.Start] is '(' or '“' ? 1 : 0);
        if (at >= word.End || text[at] != '@' || Handles.At(text, at, word.End) is not { IsEmpty: false } handle)
            return null;
        ReadOnlySpan<char> rest = text.AsSpan(handle.End, word.End - handle.End);
        return rest.ContainsAnyExcept(BehindHandle) ? null : handle.Of(text).ToString();
    }

    /// <summary><c>Ana Torres, the mayor of Sample,</c> and <c>The mayor, Ana Torres,</c></summary>
    private static string? ApposedTo(Reading reading, List<TextSpan> words, int last)
    {
        if (RunEnding(reading, words, last) is { } inside && RunStart(reading, words, last) > 0 && EndsClause(reading.Text, words[RunStart(reading, words, last) - 1]))
            return inside;
        int comma = last - 1;
        while (comma >= 0 && reading.Text[words[comma].End - 1] != ',')
            comma--;
        return comma < 0 ? null : RunEnding(reading, words, comma);
    }

    private static string? RunEnding(Reading reading, List<TextSpan> words, int last)
    {
        int first = RunStart(reading, words, last);
        if (first > last)
            return null;
        while (first <= last && IsNoName(reading, words, first, last))
            first++;
        if (first <= last && first > 0 && Is(reading, words[first - 1], CueKind.Filler) && IsOfCalendar(reading, words[first]))
            first++;
        for (int i = first; i < last; i++)
            if (Is(reading, words[i], CueKind.Title))
                first = i + 1;
        if (first > last || Is(reading, words[first], CueKind.Pronoun | CueKind.Determiner))
            return null;
        string name = Bare(reading.Text, new TextSpan(words[first].Start, words[last].End));
        return first == last && !IsNameElsewhere(reading, words[first]) ? null : name;
    }

    /// <summary>The first word of the run of capitals that ends with word <paramref name="last"/>.</summary>
    private static int RunStart(Reading reading, List<TextSpan> words, int last)
    {
        int first = last + 1;
        while (first > 0 && last - first < MostWords && (IsCapital(reading, words[first - 1]) || (first <= last && IsParticle(reading, words, first - 1))))
        {
            if (first <= last && EndsClause(reading.Text, words[first - 1]))
                break;
            first--;
        }

        while (first <= last && !IsCapital(reading, words[first]))
            first++;
        return first;
    }

    /// <summary><c>on Friday Ana Torres</c>, <c>in May Ana Torres</c></summary>
    private static bool IsOfCalendar(Reading reading, TextSpan word) =>
        reading.Lexicon.Dates.Find(Letters(reading.Text, word).Of(reading.Text)) is { } date && (date.Month > 0 || date.Is(DateWordKind.Weekday));

    /// <summary>A word that has its capital only from the start of the sentence, or as a title.</summary>
    private static bool IsNoName(Reading reading, List<TextSpan> words, int index, int last)
    {
        TextSpan word = words[index];
        return Is(reading, word, CueKind.Filler | CueKind.Determiner) || (index < last && Is(reading, word, CueKind.Title));
    }

    /// <summary>A single capital at the start of a sentence names somebody only if the word is a name elsewhere, too.</summary>
    private static bool IsNameElsewhere(Reading reading, TextSpan word)
    {
        string text = reading.Text;
        TextSpan letters = Letters(text, word);
        if (!StartsSentence(text, letters.Start))
            return true;
        ReadOnlySpan<char> name = letters.Of(text);
        ReadOnlySpan<char> near = text.AsSpan(0, Math.Min(text.Length, 20_000));
        for (int at = near.IndexOf(name); at >= 0;)
        {
            bool whole = at + name.Length >= near.Length || !Scripts.IsWordChar(near[at + name.Length]);
            if (whole && at > 1 && near[at - 1] == ' ' && (char.IsLower(near[at - 2]) || near[at - 2] == ','))
                return true;
            int next = near[(at + 1)..].IndexOf(name);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool StartsSentence(string text, int index)
    {
        int i = index - 1;
        while (i >= 0 && index - i < MostMarksBefore && !char.IsLetterOrDigit(text[i]))
        {
            if (text[i] is '.' or '!' or '?' or '\n' or ':' or '”' or '"' or '»')
                return true;
            i--;
        }

        return i < 0;
    }

    private static bool IsCapital(Reading reading, TextSpan word)
    {
        TextSpan letters = Letters(reading.Text, word);
        return !letters.IsEmpty && char.IsUpper(reading.Text[letters.Start]);
    }

    private static bool IsParticle(Reading reading, List<TextSpan> words, int index) =>
        Is(reading, words[index], CueKind.NameParticle) && index > 0 && IsCapital(reading, words[index - 1]) && !EndsClause(reading.Text, words[index - 1]);

    private static bool Is(Reading reading, TextSpan word, CueKind kinds) =>
        reading.Lexicon.Has(Letters(reading.Text, word).Of(reading.Text), kinds, reading.Language);

    private static bool EndsClause(string text, TextSpan word) =>
        text[word.End - 1] is ',' or ';' or ':' or '!' or '?' or ')' or '”' or '»' or '"'
        || (text[word.End - 1] == '.' && word.Length > 3);

    /// <summary>The word without the marks around it, and without an English genitive.</summary>
    private static TextSpan Letters(string text, TextSpan word)
    {
        int start = word.Start, end = word.End;
        while (start < end && !char.IsLetter(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        if (end - start > 2 && text[end - 1] == 's' && Scripts.IsApostrophe(text[end - 2]))
            end -= 2;
        return new TextSpan(start, end);
    }

    private static string Bare(string text, TextSpan name)
    {
        TextSpan letters = Letters(text, name);
        return string.Join(' ', letters.Of(text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static List<TextSpan> Words(string text, int start, int end)
    {
        var words = new List<TextSpan>();
        for (int i = start; i < end;)
        {
            while (i < end && Scripts.IsBlank(text[i]))
                i++;
            int from = i;
            while (i < end && !Scripts.IsBlank(text[i]))
                i++;
            if (i > from)
                words.Add(new TextSpan(from, i));
        }

        return words;
    }
}
