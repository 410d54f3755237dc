using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Videos whose widget closes with their sound: <c>@handle</c>, the caption, <c>♬ original sound – Name</c>.</summary>
internal static class SoundForm
{
    private const int MostBlocksAbove = 8;

    public static void Find(Reading reading)
    {
        foreach ((string mark, string platform) in reading.Lexicon.SoundMarks)
        {
            if (!reading.Text.Contains(mark, StringComparison.Ordinal))
                continue;
            for (int line = 0; line < reading.Lines.Length; line++)
            {
                int at = reading.IsTaken(line) ? -1 : reading.Of(line).IndexOf(mark, StringComparison.Ordinal);
                if (at >= 0)
                    Add(reading, line, reading.Lines[line].Span.Start + at, platform);
            }
        }
    }

    private static void Add(Reading reading, int line, int mark, string platform)
    {
        int first = mark == reading.Lines[line].Span.Start ? HeaderAbove(reading, line) : line;
        if (first < 0 || HandleAt(reading, first) is not { IsEmpty: false } handle || handle.End > mark)
            return;
        TextSpan whole = new(reading.Lines[first].Span.Start, reading.Lines[line].Span.End);
        TextSpan words = new TextSpan(handle.End, mark).Trim(reading.Text);
        var finding = new Finding(Rule.Widget, whole, words)
        {
            AuthorHandle = handle.Of(reading.Text).ToString(),
            AuthorConfidence = 95,
            WordsConfidence = 92,
        };
        finding.SetPlatform(platform, 95);
        finding.Add(Rule.WidgetSound, new TextSpan(mark, whole.End));
        reading.Take(finding, first, line + 1);
    }

    private static int HeaderAbove(Reading reading, int line)
    {
        int first = line;
        for (int blocks = 0; blocks < MostBlocksAbove && first > 0 && !reading.IsTaken(first - 1); blocks++)
        {
            (first, _) = reading.LinesOfBlock(reading.Lines[first - 1].Block);
            if (HandleAt(reading, first) is { IsEmpty: false })
                return first;
        }

        return -1;
    }

    private static TextSpan HandleAt(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        return reading.Text[span.Start] == '@' ? Handles.At(reading.Text, span.Start, span.End) : default;
    }
}
