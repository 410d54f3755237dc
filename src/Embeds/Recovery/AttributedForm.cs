using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Quotes whose source line is the publisher's own: <c>— Ana Torres, on Twitter</c>, <c>– Reddit post by u/torres</c>, or the
/// handle alone.
/// </summary>
internal static class AttributedForm
{
    private const int LongestLine = 120;
    private const int LongestQuote = 1500;
    private const int ShortestProse = 60;

    public static void Find(Reading reading)
    {
        for (int line = 1; line < reading.Lines.Length; line++)
        {
            TextSpan span = reading.Lines[line].Span;
            if (span.Length > LongestLine || reading.IsTaken(line) || reading.IsTaken(line - 1))
                continue;
            int dash = DashLength(span.Of(reading.Text));
            if (dash > 0 && PlaceIn(reading, line) is { } place)
                Add(reading, line, Rule.Attributed, place.Cue.Platform, SourceIn(reading, line, dash, place));
            else if (HandleIn(reading, span, dash) is { } source && StandsBetweenProse(reading, line))
                Add(reading, line, Rule.SignedHandleOnly, null, source);
        }
    }

    private static void Add(Reading reading, int line, Rule rule, string? platform, Source source)
    {
        (int first, _) = reading.LinesOfBlock(reading.Lines[line - 1].Block);
        TextSpan words = new(reading.Lines[first].Span.Start, reading.Lines[line - 1].Span.End);
        bool isQuote = words.Length <= LongestQuote && !reading.IsTaken(first) && reading.KindOf(first) is not (TextBlockKind.Heading or TextBlockKind.Caption);
        if (!isQuote || Markup.Is(words.Of(reading.Text)))
            return;
        TextSpan signature = reading.Lines[line].Span;
        var finding = new Finding(rule, new TextSpan(words.Start, signature.End), words)
        {
            AuthorName = source.Name,
            AuthorHandle = source.Handle,
            AuthorConfidence = 85,
            Completeness = TextCompleteness.Unknown,
            WordsConfidence = 75,
            Published = source.Published,
            Lead = signature,
        };
        finding.SetPlatform(platform, 85);
        finding.Add(rule, signature);
        reading.Take(finding, first, line + 1);
    }

    private static CueHit? PlaceIn(Reading reading, int line)
    {
        foreach (CueHit hit in reading.Anchors(line))
            if (hit.Cue.Platform is not null && hit.Is(CueKind.Noun | CueKind.Place | CueKind.PlatformName) && hit.Cue.Text.Length > 1)
                return hit;
        return null;
    }

    private static Source SourceIn(Reading reading, int line, int dash, CueHit place)
    {
        TextSpan span = reading.Lines[line].Span;
        string text = reading.Text;
        string? handle = HandleOf(text, place.End, span.End) ?? HandleOf(text, span.Start, place.Start);
        string? name = Names.LastIn(reading, span.Start + dash, place.Start).Or(Names.LastIn(reading, place.End, span.End)).Name;
        int date = place.End;
        while (date < span.End && (Scripts.IsBlank(text[date]) || text[date] is ',' or '('))
            date++;
        bool dated = DateReader.TryRead(text.AsSpan(date, span.End - date), reading.Lexicon.Dates, out Published published, out _);
        return new Source(name, handle, dated ? published : Published.Unknown);
    }

    /// <summary><c>@handle</c> or <c>u/handle</c></summary>
    private static string? HandleOf(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            bool reddit = text[i] == '/' && i > start && text[i - 1] == 'u' && (i - 1 == start || Scripts.IsBlank(text[i - 2]));
            if ((reddit || text[i] == '@') && Handles.At(text, i, end) is { IsEmpty: false } handle)
                return handle.Of(text).ToString();
        }

        return null;
    }

    /// <summary>A line that is a handle, perhaps with a name before it, and nothing else.</summary>
    private static Source? HandleIn(Reading reading, TextSpan line, int dash)
    {
        ReadOnlySpan<char> words = line.Of(reading.Text);
        int at = words.IndexOf('@');
        if (at < 0 || Handles.At(reading.Text, line.Start + at, line.End) is not { IsEmpty: false } handle || handle.End != line.End)
            return null;
        ReadOnlySpan<char> name = words[dash..at].Trim();
        if (name.IsEmpty || name.Equals("via", StringComparison.OrdinalIgnoreCase))
            return new Source(null, handle.Of(reading.Text).ToString(), Published.Unknown);
        return name[^1] == ',' && name.Count(' ') <= 3 && char.IsUpper(name[0]) ? new Source(name[..^1].Trim().ToString(), handle.Of(reading.Text).ToString(), Published.Unknown) : null;
    }

    /// <summary>A handle under a title or at the end is the article's own author's.</summary>
    private static bool StandsBetweenProse(Reading reading, int line)
    {
        ReadOnlySpan<char> above = reading.Of(line - 1);
        bool isQuote = Voice.EndsSentence(above) || Voice.HasMarks(above);
        return isQuote && line + 1 < reading.Lines.Length && reading.Lines[line + 1].Span.Length >= ShortestProse;
    }

    private static int DashLength(ReadOnlySpan<char> line)
    {
        int length = 0;
        while (length < line.Length && line[length] is '—' or '–' or '―' or '-')
            length++;
        bool isBullet = length == 1 && line[0] == '-';
        return length <= 3 && !isBullet ? length : 0;
    }

    private sealed record Source(string? Name, string? Handle, Published Published);
}
