using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Finds where a post begins whose end is known. The block above the end is the post's; a block above that one is too, when the
/// post stays within its platform's length and nothing says that the block is the article's own.
/// </summary>
internal sealed class PostBeginning(Reading reading, string? platform, Published published, string? authorName, string? authorHandle)
{
    private const int MostBlocks = 24;
    private const int MenuEntries = 3;
    private const int MostWordsOfMenuEntry = 10;

    /// <summary>With its addresses, a post takes more characters in a text than its platform counts, but never so many times more.</summary>
    private const int MostCharsPerCounted = 8;

    private readonly PostLimit _limit = PostLimit.Of(reading.Lexicon, platform, published);

    /// <summary>
    /// The first line of the post that ends with line <paramref name="last"/>, which belongs to it. <paramref name="isGuess"/>
    /// says that the post spans several blocks, so that others might belong to it as well.
    /// </summary>
    public int Find(int last, out bool isGuess)
    {
        int first = FirstOfBlock(last);
        isGuess = false;
        for (int blocks = 1; blocks < MostBlocks && first > 0 && !reading.IsTaken(first - 1) && !reading.IsGapBefore(first); blocks++)
        {
            int above = FirstOfBlock(first - 1);
            if (!Continues(above, first, last))
                break;
            isGuess = true;
            first = above;
        }

        return first;
    }

    /// <summary>
    /// Whether a block that may as well be the article's shows no sign of being a post: no marks, the article's language,
    /// whole sentences.
    /// </summary>
    public bool ReadsAsArticle(int first, int end)
    {
        TextSpan span = Span(first, end - 1);
        ReadOnlySpan<char> words = span.Of(reading.Text);
        if (Markup.Is(words))
            return true;
        if (Voice.HasMarks(words))
            return false;
        string? language = reading.Lexicon.Guess.Of(words, 2);
        if (language is not null && reading.Language is not null && !Same(language, reading.Language))
            return false;
        return Voice.EndsSentence(words) || words[^1] is ':' or '：' || NamesAuthor(words) || Presents(span);
    }

    /// <summary>
    /// Whether the lines are the article's own words rather than a part of the post that goes on below them. What reads as
    /// whole, neutral sentences in the article's language is the article's, unless something says otherwise.
    /// </summary>
    private bool IsArticle(int above, int first, int last)
    {
        TextSpan span = Span(above, first - 1);
        ReadOnlySpan<char> words = span.Of(reading.Text);
        if (ShortLinks.EndsWithPicture(words) || Markup.Is(words))
            return true;
        if (Voice.HasMarks(words) || (reading.BreaksLinesByHand && first - above > 1))
            return false;
        if (NamesAuthor(words))
            return true;
        if (char.IsLower(words[0]))
            return false;
        if (IsOtherLanguage(words, Span(first, last).Of(reading.Text)) is { } otherLanguage)
            return otherLanguage;
        bool isIntroduced = IsIntroduced(above);
        if (words[^1] is ':' or '：')
            return first - above == 1 && !isIntroduced;
        if (!Voice.EndsSentence(words))
            return !Voice.Speaks(reading, span) && (IsInMenu(above) || (!isIntroduced && IsMenuEntry(words)));
        return Presents(span) || !(isIntroduced || IsContinued(first) || Voice.Speaks(reading, span));
    }

    /// <summary>A post does not begin with an entry of a list or in the middle of a sentence.</summary>
    private bool IsContinued(int line) => reading.Of(line)[0] is '-' or '•' or '…' or '&' or '·';

    /// <summary>Several short lines without full stops in a row are a page's list, not the beginning of a post.</summary>
    private bool IsInMenu(int line)
    {
        int entries = 0;
        for (int i = line; i >= 0 && i > line - MenuEntries; i--)
            entries += IsMenuEntry(reading.Of(i)) ? 1 : 0;
        return entries == MenuEntries;
    }

    private static bool IsMenuEntry(ReadOnlySpan<char> line) =>
        Voice.CountWords(line) <= MostWordsOfMenuEntry && !char.IsLower(line[0]) && line[^1] is not '…' && !Voice.EndsSentence(line) && !Voice.HasMarks(line);

    /// <summary>
    /// The first line above that still is of the same block and of no other quote. A block longer than any post holds the
    /// article's words too, so there the length decides.
    /// </summary>
    private int FirstOfBlock(int last)
    {
        int first = last;
        while (!reading.Lines[first].IsFirst && !reading.IsTaken(first - 1) && Fits(first - 1, last))
            first--;
        return first;
    }

    private bool Continues(int above, int first, int last)
    {
        TextBlockKind kind = reading.KindOf(above);
        bool quoted = reading.KindOf(first) == TextBlockKind.Quotation;
        if (quoted || kind is TextBlockKind.Heading or TextBlockKind.Caption)
            return quoted && kind == TextBlockKind.Quotation;
        if (!Fits(above, last))
            return false;
        if (!_limit.IsKnown && ReadsAsArticle(above, first))
            return false;
        return !IsArticle(above, first, last) || (IsCut(last) && Measure(first, last) < _limit.Length * 4 / 5);
    }

    /// <summary>A platform cuts a post's words only where its length runs out, so words that are cut and short lack their beginning.</summary>
    private bool IsCut(int last)
    {
        ReadOnlySpan<char> words = reading.Of(last);
        int address = ShortLinks.ResidueIn(words);
        return (address < 0 ? words : words[..address]).TrimEnd() is [.., '…'];
    }

    /// <summary>The block names the platform, the kind of post or a verb of posting or reporting: it speaks about the post.</summary>
    private bool Presents(TextSpan span)
    {
        const CueKind speaksOfPosts = CueKind.PostVerb | CueKind.Place | CueKind.PlatformName | CueKind.Noun | CueKind.Report | CueKind.Statement;
        return reading.HasCue(span, speaksOfPosts);
    }

    /// <summary>What stands below a colon, or below a template tag that opens a frame, begins something.</summary>
    private bool IsIntroduced(int line) =>
        line > 0 && !reading.IsTaken(line - 1) && (reading.Of(line - 1)[^1] is ':' or '：' || Markup.EndsWithTag(reading.Of(line - 1)));

    private bool NamesAuthor(ReadOnlySpan<char> words)
    {
        if (authorHandle is not null && words.Contains(authorHandle, StringComparison.OrdinalIgnoreCase) && !words.Contains("@" + authorHandle, StringComparison.OrdinalIgnoreCase))
            return true;
        if (authorName is null)
            return false;
        foreach (Range range in authorName.AsSpan().Split(' '))
            if (authorName.AsSpan()[range] is { Length: >= 4 } part && char.IsUpper(part[0]) && words.Contains(part, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>
    /// In a post of another language than the article's, the language alone tells whose a block is; else two blocks of
    /// different languages are of different hands. Null where it tells nothing.
    /// </summary>
    private bool? IsOtherLanguage(ReadOnlySpan<char> above, ReadOnlySpan<char> words)
    {
        LanguageGuess guess = reading.Lexicon.Guess;
        string? ours = guess.Of(words, 2);
        bool isForeign = ours is not null && reading.Language is not null && !Same(ours, reading.Language);
        string? theirs = guess.Of(above, isForeign ? 1 : 2);
        if (isForeign)
            return theirs is not null && !Same(theirs, ours!);
        if (theirs is null || reading.Language is null)
            return null;
        return ours is null ? (Same(theirs, reading.Language) ? null : false) : Same(theirs, ours) ? null : true;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private TextSpan Span(int first, int last) => new(reading.Lines[first].Span.Start, reading.Lines[last].Span.End);

    private bool Fits(int first, int last) =>
        reading.Lines[last].Span.End - reading.Lines[first].Span.Start <= MostCharsPerCounted * _limit.Length && Measure(first, last) <= _limit.Most;

    private int Measure(int first, int last) => _limit.Measure(Span(first, last).Of(reading.Text));
}
