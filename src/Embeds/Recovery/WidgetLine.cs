using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>The line that a widget prints below a post, read against its pattern.</summary>
internal sealed record WidgetLine
{
    private const int LongestName = 100;

    public required TextSpan Span { get; init; }

    public string? Name { get; init; }

    public string? Handle { get; init; }

    public Published? Published { get; init; }

    public string? Platform { get; init; }

    public bool HasWords { get; init; } = true;

    /// <summary>Captions of pictures are one paragraph; and widgets without one show nothing of the post's words.</summary>
    public bool CaptionIsOneBlock => Handle is not null;

    public static WidgetLine? Read(Reading reading, int line, CueHit hit)
    {
        WidgetPattern pattern = hit.Cue.Widget!;
        TextSpan span = reading.Lines[line].Span;
        string text = reading.Text;
        return pattern.AuthorFirst
            ? ReadAuthorBefore(text, span, hit, reading.Lexicon.Dates)
            : ReadAuthorBehind(text, span, hit, pattern, reading.Lexicon);
    }

    private static WidgetLine? ReadAuthorBehind(string text, TextSpan line, CueHit hit, WidgetPattern pattern, Lexicon lexicon)
    {
        int start = SkipBlanks(text, hit.End, line.End);
        ReadOnlySpan<char> rest = text.AsSpan(start, line.End - start);
        int at = rest[..Math.Min(rest.Length, LongestName)].IndexOf('@');
        if (at >= 0 && Handles.At(text, start + at, line.End) is { IsEmpty: false } handle)
            return ReadHandle(text, line, hit, new TextSpan(start, start + at), handle, lexicon);
        if (!pattern.HasDate)
            return null;
        return ReadNameAndDate(text, hit, new TextSpan(start, line.End), pattern.BeforeDate, lexicon.Dates);
    }

    private static WidgetLine? ReadHandle(string text, TextSpan line, CueHit hit, TextSpan before, TextSpan handle, Lexicon lexicon)
    {
        int end = handle.End;
        if (SkipBlanks(text, end, line.End) is int close && close < line.End && text[close] is ')' or '）')
            end = close + 1;
        Published? published = null;
        int dateStart = SkipBlanks(text, end, line.End);
        string beforeDate = hit.Cue.Widget!.BeforeDate;
        if (beforeDate.Length > 0 && dateStart < line.End)
        {
            if (!StartsWithWord(text.AsSpan(dateStart, line.End - dateStart), beforeDate))
                return null;
            dateStart = SkipBlanks(text, dateStart + beforeDate.Length, line.End);
        }

        if (DateReader.TryRead(text.AsSpan(dateStart, line.End - dateStart), lexicon.Dates, out Published read, out int length))
            (published, end) = (read, dateStart + length);
        ReadOnlySpan<char> name = before.Of(text).TrimEnd(" (（\u00A0");
        return new WidgetLine
        {
            Span = new TextSpan(hit.Start, end),
            Name = name.IsEmpty ? null : name.ToString(),
            Handle = handle.Of(text).ToString(),
            Published = published,
            HasWords = hit.Cue.Widget.HasWords,
            Platform = hit.Cue.Platform ?? (Handles.ShapeOf(handle.Of(text)) == HandleShape.Address ? lexicon.PlatformOf(HandleShape.Address) : null),
        };
    }

    /// <summary>
    /// <c>Posted by Name on Friday, November 17, 2017</c>: the last such word that a date follows parts the name from it; in
    /// languages without such a word, the first blank that a date follows.
    /// </summary>
    private static WidgetLine? ReadNameAndDate(string text, CueHit hit, TextSpan rest, string beforeDate, DateWords dates)
    {
        ReadOnlySpan<char> words = rest.Of(text);
        ReadOnlySpan<char> near = words[..Math.Min(words.Length, 2 * LongestName)];
        int nameEnd = 0, dateEnd = 0;
        Published? published = null;
        for (int i = 1; i < near.Length; i++)
        {
            if (!Scripts.IsBlank(near[i - 1]) || !StartsWithWord(near[i..], beforeDate))
                continue;
            int date = i + beforeDate.Length;
            if (!DateReader.TryRead(words[date..], dates, out Published read, out int length))
                continue;
            (nameEnd, dateEnd, published) = (i, date + length, read);
            if (beforeDate.Length == 0)
                break;
        }

        ReadOnlySpan<char> name = near[..nameEnd].Trim();
        if (published is null || name.IsEmpty || name.Length > LongestName)
            return null;
        return new WidgetLine
        {
            Span = new TextSpan(hit.Start, rest.Start + dateEnd),
            Name = name.ToString(),
            Published = published,
            Platform = hit.Cue.Platform,
        };
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word) =>
        word.Length == 0 || (text.Length > word.Length && text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && Scripts.IsBlank(text[word.Length]));

    private static WidgetLine? ReadAuthorBefore(string text, TextSpan line, CueHit hit, DateWords dates)
    {
        ReadOnlySpan<char> before = text.AsSpan(line.Start, hit.Start - line.Start).TrimEnd();
        int nameStart = line.Start;
        TextSpan handle = default;
        int at = before.LastIndexOf('@');
        if (at >= 0 && before.Length - at <= LongestName)
            handle = Handles.At(text, line.Start + at, hit.Start);
        ReadOnlySpan<char> name = at >= 0 && !handle.IsEmpty ? before[..at].TrimEnd(" (（") : before;
        bool dated = DateReader.TryRead(text.AsSpan(hit.End, line.End - hit.End), dates, out Published published, out int length);
        if (handle.IsEmpty && (!dated || name.Length > LongestName))
            return null;

        // With more than a name before it, the words run into the name and nobody can tell where it begins.
        bool isName = name.Length is > 0 and <= LongestName && !Voice.EndsSentence(name) && !Voice.HasMarks(name);
        return new WidgetLine
        {
            Span = new TextSpan(isName ? nameStart : handle.IsEmpty ? hit.Start : handle.Start - 1, dated ? hit.End + length : hit.End),
            Name = isName ? name.ToString() : null,
            Handle = handle.IsEmpty ? null : handle.Of(text).ToString(),
            Published = dated ? published : null,
            Platform = hit.Cue.Platform,
        };
    }

    private static int SkipBlanks(string text, int start, int end)
    {
        int i = start;
        while (i < end && Scripts.IsBlank(text[i]))
            i++;
        return i;
    }
}
