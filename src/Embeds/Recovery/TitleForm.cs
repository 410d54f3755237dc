using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Posts quoted with the title of their old page below: <c>Twitter / @handle: I was sure …</c>.</summary>
internal static class TitleForm
{
    public static void Find(Reading reading)
    {
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            foreach (CueHit hit in reading.Anchors(line))
            {
                if (reading.IsTaken(line) || !hit.Is(CueKind.PlatformName) || HandleBehind(reading, line, hit) is not { IsEmpty: false } handle)
                    continue;
                Add(reading, line, hit, handle);
                break;
            }
        }
    }

    private static TextSpan HandleBehind(Reading reading, int line, CueHit name)
    {
        TextSpan span = reading.Lines[line].Span;
        if (!reading.Text.AsSpan(name.End, span.End - name.End).StartsWith(" / ", StringComparison.Ordinal))
            return default;
        int start = name.End + 3;
        TextSpan handle = Handles.At(reading.Text, start < span.End && reading.Text[start] == '@' ? start : start - 1, span.End);
        return handle.End < span.End && reading.Text[handle.End] == ':' ? handle : default;
    }

    private static void Add(Reading reading, int line, CueHit name, TextSpan handle)
    {
        TextSpan span = reading.Lines[line].Span;
        int first = line;
        if (name.Start == span.Start)
        {
            if (line == 0 || reading.IsTaken(line - 1))
                return;
            (first, _) = reading.LinesOfBlock(reading.Lines[line - 1].Block);
        }

        if (reading.IsTaken(first))
            return;
        TextSpan words = new TextSpan(reading.Lines[first].Span.Start, name.Start).Trim(reading.Text);
        var finding = new Finding(Rule.PageTitle, new TextSpan(words.Start, span.End), words)
        {
            AuthorHandle = handle.Of(reading.Text).ToString(),
            AuthorConfidence = 92,
            WordsConfidence = 90,
        };
        finding.SetPlatform(name.Cue.Platform, 95);
        finding.Add(Rule.PageTitle, new TextSpan(name.Start, span.End));
        reading.Take(finding, first, line + 1);
    }
}
