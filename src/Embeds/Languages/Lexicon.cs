using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Embeds.Languages;

/// <summary>All language files, made ready for one pass over a text.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Embedded = new(() => new Lexicon(ReadEmbedded()));

    private const int LongestPhrase = 100;

    private readonly WordTable<CueBucket> _byWord;
    private readonly WordTable<CueBucket> _anchorsByWord;
    private readonly FrozenDictionary<char, CueBucket> _byLetter;

    public Lexicon(IEnumerable<LanguageFile> files)
    {
        Files = [.. files.OrderBy(file => file.Language, StringComparer.Ordinal)];
        Dates = new DateWords(Files);
        Guess = new LanguageGuess(Files);
        SoundMarks = [.. from file in Files from pair in file.SoundMarks from mark in pair.Value select (mark, pair.Key)];
        StandIns = [.. Files.SelectMany(file => file.StandIns)];

        var words = new Dictionary<string, List<Cue>>(StringComparer.OrdinalIgnoreCase);
        var letters = new Dictionary<char, List<Cue>>();
        foreach (IGrouping<string, Cue> same in Files.SelectMany(CuesOf).GroupBy(Identity, StringComparer.Ordinal))
        {
            Cue first = same.First();
            string languages = string.Join(' ', same.Select(each => each.Language).Distinct(StringComparer.Ordinal));
            var cue = new Cue(first.Text, first.Kind, languages, first.Platform, first.Widget);
            ReadOnlySpan<char> word = FirstWord(cue.Text);
            if (word.IsEmpty)
                Add(letters, cue.Text[0], cue);
            else
                Add(words, word.ToString(), cue);
        }

        KeyValuePair<string, CueBucket>[] buckets = [.. words.Select(pair => KeyValuePair.Create(pair.Key, new CueBucket(pair.Value)))];
        _byWord = new(buckets);
        _anchorsByWord = new(buckets.Where(pair => pair.Value.HasAny(CueKind.Anchor)));
        _byLetter = letters.ToFrozenDictionary(pair => pair.Key, pair => new CueBucket(pair.Value));
    }

    /// <summary>The lexicon of the language files in this assembly.</summary>
    public static Lexicon Default => Embedded.Value;

    public ImmutableArray<LanguageFile> Files { get; }

    public DateWords Dates { get; }

    public LanguageGuess Guess { get; }

    /// <summary>The marks before the sound of a video, with their platform.</summary>
    public ImmutableArray<(string Mark, string Platform)> SoundMarks { get; }

    /// <summary>What widgets print in place of a picture.</summary>
    public ImmutableArray<string> StandIns { get; }

    /// <summary>Every cue of one file.</summary>
    public static IEnumerable<Cue> CuesOf(LanguageFile file)
    {
        IEnumerable<Cue> Plain(CueKind kind, string[] phrases) => phrases.Select(phrase => new Cue(phrase, kind, file.Language, null));
        IEnumerable<Cue> ByPlatform(CueKind kind, Dictionary<string, string[]> phrases) =>
            from pair in phrases
            from phrase in pair.Value
            select new Cue(phrase, kind, file.Language, string.Equals(pair.Key, "any", StringComparison.Ordinal) ? null : pair.Key);
        IEnumerable<Cue> Patterns(Dictionary<string, string[]> patterns, bool hasWords) => ByPlatform(CueKind.Widget, patterns).Select(cue =>
        {
            WidgetPattern pattern = WidgetPattern.Parse(cue.Text) with { HasWords = hasWords };
            return cue with { Text = pattern.Anchor, Widget = pattern };
        });

        return
        [
            .. ByPlatform(CueKind.PostVerb, file.PostVerbs), .. Plain(CueKind.WriteVerb, file.WriteVerbs),
            .. ByPlatform(CueKind.PlatformName, file.PlatformNames), .. Plain(CueKind.PlaceWord, file.PlaceWords),
            .. ByPlatform(CueKind.Place, file.Places), .. ByPlatform(CueKind.Noun, file.Nouns),
            .. Plain(CueKind.Determiner, file.Determiners), .. Plain(CueKind.ByWord, file.ByWords),
            .. Plain(CueKind.Heading, file.Headings), .. Plain(CueKind.Statement, file.Statements),
            .. Plain(CueKind.Report, file.Reports), .. ByPlatform(CueKind.Placeholder, file.Placeholders),
            .. ByPlatform(CueKind.Opener, file.Openers), .. Patterns(file.Widgets, hasWords: true), .. Patterns(file.Frames, hasWords: false),
            .. Plain(CueKind.Boilerplate, file.Boilerplate), .. Plain(CueKind.Person, file.Persons),
            .. Plain(CueKind.Pronoun, file.Pronouns), .. Plain(CueKind.Filler, file.Fillers),
            .. Plain(CueKind.Title, file.Titles), .. Plain(CueKind.NameParticle, file.NameParticles),
            .. Plain(CueKind.Greeting, file.Greetings), .. Plain(CueKind.NotBeforeQuote, file.NotBeforeQuote),
            .. Plain(CueKind.Translation, file.Translations), .. Plain(CueKind.LanguageLink, file.LanguageLinks),
            .. Plain(CueKind.Honorific, file.Honorifics), .. Plain(CueKind.Relative, file.Relatives),
            .. Plain(CueKind.CountWord, file.CountWords), .. Plain(CueKind.Buttons, file.Buttons),
        ];
    }

    /// <summary>Adds every phrase of the asked kinds that stands in a span of the text, in order of their starts.</summary>
    public void Find(string text, int start, int end, CueKind kinds, List<CueHit> hits)
    {
        WordTable<CueBucket> table = (kinds & ~CueKind.Anchor) == CueKind.None ? _anchorsByWord : _byWord;
        for (int i = start; i < end;)
        {
            char c = text[i];
            if (c == ' ')
            {
                i++;
            }
            else if (!Scripts.IsWordChar(c))
            {
                // The words inside an address say nothing.
                i = c == ':' && text.AsSpan(i, end - i).StartsWith("://", StringComparison.Ordinal) ? AddressEnd(text, i, end) : i + 1;
            }
            else if (Scripts.IsUnspaced(c))
            {
                if (_byLetter.TryGetValue(c, out CueBucket? bucket))
                    bucket.AddMatches(text, i, end, kinds, hits);
                i++;
            }
            else
            {
                int wordEnd = WordEnd(text, i, end);
                ReadOnlySpan<char> word = text.AsSpan(i, wordEnd - i);
                if (table.TryGet(word, out CueBucket? bucket))
                    bucket.AddMatches(text, i, end, kinds, hits);
                i = wordEnd;
            }
        }
    }

    /// <summary>Whether words are a phrase of one of the asked kinds in a language; null asks for any language.</summary>
    public bool Has(ReadOnlySpan<char> words, CueKind kinds, string? language) =>
        _byWord.TryGet(words[..WordEnd(words, 0, words.Length)], out CueBucket? bucket) && bucket.Has(words, kinds, language);

    /// <summary>Whether a phrase of one of the kinds stands at the start of a span.</summary>
    public bool StartsWith(string text, TextSpan span, CueKind kinds)
    {
        var hits = new List<CueHit>();
        Find(text, span.Start, Math.Min(span.End, span.Start + LongestPhrase), kinds, hits);
        return hits.Exists(hit => hit.Start == span.Start);
    }

    /// <summary>Whether a language makes places of names by small words, such as <c>on</c> Twitter; true where the language is not known.</summary>
    public bool HasPlaceWords(string? language) =>
        Files.FirstOrDefault(file => string.Equals(file.Language, language, StringComparison.Ordinal)) is not { PlaceWords.Length: 0 };

    /// <summary>The platform whose widget alone signs with handles of a shape.</summary>
    public string? PlatformOf(HandleShape shape) =>
        Files.SelectMany(file => file.HandleShapes).Where(pair => pair.Value == shape).Select(pair => pair.Key).FirstOrDefault();

    public IEnumerable<LengthLimit> LengthsOf(string? platform) =>
        platform is null ? [] : Files.SelectMany(file => file.Lengths.GetValueOrDefault(platform, []));

    private static int AddressEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int length = text[start..end].IndexOfAny(" \n)>");
        return length < 0 ? end : start + length;
    }

    /// <summary>Where the word at <paramref name="start"/> ends: the letters of most pages are ASCII, and asked first.</summary>
    private static int WordEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int i = start;
        while (i < end && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '_' or > '\u007F' && Scripts.IsWordChar(text[i]) && !Scripts.IsUnspaced(text[i]))))
            i++;
        return i;
    }

    private static ReadOnlySpan<char> FirstWord(string phrase) => phrase.AsSpan(0, WordEnd(phrase, 0, phrase.Length));

    /// <summary>A phrase that several files share is one cue.</summary>
    private static string Identity(Cue cue)
    {
        string text = cue.Kind == CueKind.PlatformName ? cue.Text : cue.Text.ToUpperInvariant();
        return string.Join('\n', (int)cue.Kind, text, cue.Platform, cue.Widget);
    }

    private static void Add<TKey>(Dictionary<TKey, List<Cue>> buckets, TKey key, Cue cue)
        where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out List<Cue>? bucket))
            buckets.Add(key, bucket = []);
        bucket.Add(cue);
    }

    private static IEnumerable<LanguageFile> ReadEmbedded()
    {
        Assembly assembly = typeof(Lexicon).Assembly;
        string prefix = typeof(Lexicon).Namespace + ".";
        foreach (string name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(".json", StringComparison.Ordinal))
                continue;
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            yield return LanguageFile.Read(stream, name[prefix.Length..]);
        }
    }
}
