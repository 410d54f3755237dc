using System.Collections.Frozen;

namespace Embeds.Languages;

/// <summary>The words of printed dates, of all languages at once: a widget prints the reader's language, not the article's.</summary>
internal sealed class DateWords
{
    private readonly FrozenDictionary<string, DateWord> _words;
    private readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public DateWords(IEnumerable<LanguageFile> files)
    {
        var words = new Dictionary<string, DateWord>(StringComparer.OrdinalIgnoreCase);
        foreach (LanguageFile file in files)
        {
            for (int month = 0; month < file.Months.Length; month++)
                foreach (string name in file.Months[month])
                    Merge(words, name, new DateWord(DateWordKind.None, month + 1));
            Add(words, file.Weekdays.SelectMany(names => names), DateWordKind.Weekday);
            Add(words, file.DateWords, DateWordKind.Filler);
            Add(words, file.DateEndings, DateWordKind.Ending);
            Add(words, file.BeforeNoon, DateWordKind.BeforeNoon);
            Add(words, file.AfterNoon, DateWordKind.AfterNoon);
        }

        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public DateWord? Find(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out DateWord found) ? found : null;

    private static void Add(Dictionary<string, DateWord> words, IEnumerable<string> names, DateWordKind kind)
    {
        foreach (string name in names)
            Merge(words, name, new DateWord(kind, 0));
    }

    /// <summary>One spelling may be several things (<c>mar</c>: March, Tuesday); two different months make it no month at all.</summary>
    private static void Merge(Dictionary<string, DateWord> words, string name, DateWord added)
    {
        if (!words.TryGetValue(name, out DateWord known))
        {
            words.Add(name, added);
            return;
        }

        int month = known.Month == 0 ? added.Month : added.Month == 0 || added.Month == known.Month ? known.Month : DateWord.Ambiguous;
        words[name] = new DateWord(known.Kind | added.Kind, month);
    }
}
