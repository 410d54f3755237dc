using System.Runtime.InteropServices;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Posts as a publisher's own card prints them: <c>Name @handle</c>, the words, then the time with the date and perhaps counts:
/// <c>8:44 AM ∙ Mar 15, 2023 99Likes</c>.
/// </summary>
internal static class CardForm
{
    private const int LongestName = 60;
    private const int MostBlocksAbove = 4;
    private const int LongestFooter = 100;

    /// <summary>Where a plain handle is printed beside a time, the card is of the platform whose handles are plain.</summary>
    private const int PlatformConfidence = 80;

    public static void Find(Reading reading)
    {
        if (!reading.HasHandle)
            return;
        int handle = -1;
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (reading.Of(line).Contains('@'))
                handle = line;
            bool mayBelong = handle >= 0 && reading.Lines[line].Block - reading.Lines[handle].Block <= MostBlocksAbove;
            if (mayBelong && !reading.IsTaken(line) && FooterAt(reading, line) is { } footer)
                Add(reading, line, footer);
        }
    }

    private static void Add(Reading reading, int line, Footer footer)
    {
        string text = reading.Text;
        TextSpan lineSpan = reading.Lines[line].Span;
        Header? header = null;
        int first = line;
        if (footer.Span.Start > lineSpan.Start)
            header = HeaderAt(reading, line, footer.Span.Start);
        else
            (header, first) = HeaderAbove(reading, line);
        if (header is not { } head)
            return;
        TextSpan words = new TextSpan(head.End, footer.Span.Start).Trim(text);
        if (words.IsEmpty || words.Length > 4000)
            return;
        int end = line + 1;
        TextSpan whole = new(reading.Lines[first].Span.Start, footer.Span.End);
        if (end < reading.Lines.Length && StartsWithButtons(reading, end))
            whole = whole with { End = reading.Lines[end++].Span.End };
        var finding = new Finding(Rule.Card, whole, words)
        {
            AuthorName = head.Name,
            AuthorHandle = head.Handle.Of(text).ToString(),
            AuthorConfidence = head.IsGlued ? 60 : 92,
            Published = footer.Published,
            WordsConfidence = head.IsGlued ? 80 : 92,
        };
        finding.SetPlatform(reading.Lexicon.PlatformOf(Handles.ShapeOf(finding.AuthorHandle)), PlatformConfidence);
        finding.Add(Rule.Card, footer.Span);
        reading.Take(finding, first, end);
    }

    /// <summary>The time and date that close a card: a line of their own, or the end of a line behind the words.</summary>
    private static Footer? FooterAt(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        if (ReadFooter(reading, span, span.Start) is { } own)
            return own;
        ReadOnlySpan<char> words = span.Of(reading.Text);
        int from = Math.Max(0, words.Length - LongestFooter);
        int dot = words[from..].LastIndexOfAny('∙', '·', '•');
        if (dot >= 0)
            return ReadFooter(reading, span, TimeBefore(reading.Text, span.Start, span.Start + from + dot));
        foreach (CueHit hit in reading.Anchors(line))
            if (hit.Is(CueKind.Buttons) && hit.End == span.End)
                return FooterBefore(reading, span, hit.Start);
        return null;
    }

    /// <summary>The start of <c>8:44 AM</c> before the dot that parts it from the date.</summary>
    private static int TimeBefore(string text, int start, int dot)
    {
        int i = dot;
        while (i > start && (Scripts.IsBlank(text[i - 1]) || text[i - 1] is 'A' or 'P' or 'M' or 'a' or 'p' or 'm' or '.'))
            i--;
        while (i > start && (char.IsDigit(text[i - 1]) || text[i - 1] == ':'))
            i--;
        return i;
    }

    private static Footer? FooterBefore(Reading reading, TextSpan line, int buttons)
    {
        Footer? longest = null;
        for (int start = buttons - 1; start > line.Start && start > buttons - LongestFooter; start--)
            if (Scripts.IsBlank(reading.Text[start - 1]) && ReadFooter(reading, line, start) is { } footer)
                longest = footer;
        return longest;
    }

    private static Footer? ReadFooter(Reading reading, TextSpan line, int start)
    {
        if (!DateReader.TryRead(reading.Text.AsSpan(start, line.End - start), reading.Lexicon.Dates, out Published published, out int length))
            return null;
        bool timed = published.Precision is DatePrecision.Minute or DatePrecision.Second;
        return timed && IsCounts(reading, start + length, line.End) ? new Footer(new TextSpan(start, line.End), published) : null;
    }

    /// <summary>Numbers with their words, or a line of buttons.</summary>
    private static bool IsCounts(Reading reading, int start, int end)
    {
        string text = reading.Text;
        for (int i = start; i < end;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            int wordEnd = i;
            while (wordEnd < end && char.IsLetter(text[wordEnd]))
                wordEnd++;
            if (!reading.Lexicon.Has(text.AsSpan(i, wordEnd - i), CueKind.CountWord, null))
                return false;
            i = wordEnd;
        }

        return true;
    }

    private static bool StartsWithButtons(Reading reading, int line)
    {
        foreach (CueHit hit in reading.Anchors(line))
            if (hit.Is(CueKind.Buttons) && hit.Start == reading.Lines[line].Span.Start)
                return true;
        return false;
    }

    /// <summary>In front of the words in the block above the footer, else above them in a line of its own.</summary>
    private static (Header? Header, int Line) HeaderAbove(Reading reading, int line)
    {
        int below = line;
        for (int blocks = 0; blocks < MostBlocksAbove && below > 0 && !reading.IsTaken(below - 1); blocks++)
        {
            (int first, _) = reading.LinesOfBlock(reading.Lines[below - 1].Block);
            if (reading.IsTaken(first))
                break;
            Header? header = HeaderAt(reading, first, reading.Lines[first].Span.End);
            if (header is { } found && (found.End == reading.Lines[first].Span.End) == (blocks > 0))
                return (found, first);
            below = first;
        }

        return (null, line);
    }

    private static Header? HeaderAt(Reading reading, int line, int end)
    {
        TextSpan span = reading.Lines[line].Span;
        ReadOnlySpan<char> start = reading.Text.AsSpan(span.Start, Math.Min(end - span.Start, LongestName));
        int at = start.IndexOf('@');
        if (at <= 0 || !Scripts.IsBlank(start[at - 1]) || IsSentence(reading, start[..at]))
            return null;
        TextSpan handle = Handles.At(reading.Text, span.Start + at, end);
        if (handle.IsEmpty)
            return null;
        bool isGlued = handle.End < end && !Scripts.IsBlank(reading.Text[handle.End]);
        if (GluedWord(reading, handle) is { } cut)
            (handle, isGlued) = (cut, true);
        return new Header(start[..at].Trim().ToString(), handle, handle.End, isGlued);
    }

    /// <summary><c>I wonder if @handle …</c> is no name before a handle.</summary>
    private static bool IsSentence(Reading reading, ReadOnlySpan<char> name)
    {
        int blank = name.IndexOf(' ');
        return reading.Lexicon.Has(blank < 0 ? name : name[..blank], CueKind.Person, null);
    }

    /// <summary><c>@handleThe year is …</c>: a capital inside the handle that begins a frequent word begins the post.</summary>
    private static TextSpan? GluedWord(Reading reading, TextSpan handle)
    {
        for (int i = handle.Start + 1; i < handle.End; i++)
            if (char.IsUpper(reading.Text[i]) && char.IsLower(reading.Text[i - 1]) && reading.Lexicon.Guess.IsFunctionWord(reading.Text.AsSpan(i, handle.End - i)))
                return handle with { End = i };
        return null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Header(string Name, TextSpan Handle, int End, bool IsGlued);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Footer(TextSpan Span, Published Published);
}
