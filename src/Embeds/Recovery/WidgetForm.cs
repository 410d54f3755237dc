using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>Posts that still stand between the lines of their widget: <c>A post shared by Name (@handle) on Nov 17, 2017</c>.</summary>
internal static class WidgetForm
{
    /// <summary>An opener stands at most so many lines above the widget's last line.</summary>
    private const int MostLines = 40;

    public static void Find(Reading reading)
    {
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (reading.IsTaken(line))
                continue;
            foreach (CueHit hit in reading.Anchors(line))
            {
                if (!hit.Is(CueKind.Widget) || WidgetLine.Read(reading, line, hit) is not { } widget)
                    continue;
                Add(reading, line, widget);
                break;
            }
        }
    }

    private static void Add(Reading reading, int line, WidgetLine widget)
    {
        int first = line;
        CueHit? opener = OpenerIn(reading, line, widget.Span.Start);
        int wordsStart = opener?.End ?? reading.Lines[line].Span.Start;
        bool isGuess = false;
        if (!widget.HasWords)
        {
            wordsStart = widget.Span.Start;
        }
        else if (opener is null && widget.Span.Start == reading.Lines[line].Span.Start)
        {
            first = FirstLine(reading, line, widget, out opener, out isGuess);
            wordsStart = opener?.End ?? reading.Lines[first].Span.Start;
        }

        int start = opener?.Start ?? (widget.HasWords ? reading.Lines[first].Span.Start : widget.Span.Start);
        TextSpan words = new TextSpan(wordsStart, Math.Max(wordsStart, widget.Span.Start)).Trim(reading.Text);
        var finding = new Finding(Rule.Widget, new TextSpan(start, widget.Span.End), words)
        {
            AuthorName = widget.Name,
            AuthorHandle = widget.Handle,
            AuthorConfidence = 97,
            Published = widget.Published ?? Published.Unknown,
            WordsConfidence = isGuess ? 80 : 95,
        };
        finding.SetPlatform(widget.Platform ?? opener?.Cue.Platform, 97);
        finding.Add(Rule.Widget, widget.Span);
        if (opener is { } above)
            finding.Add(Rule.OpenerAbove, new TextSpan(above.Start, above.End));
        reading.Take(finding, first, line + 1);
    }

    private static CueHit? OpenerIn(Reading reading, int line, int end)
    {
        CueHit? found = null;
        foreach (CueHit hit in reading.Anchors(line))
            if (hit.Is(CueKind.Opener) && hit.End <= end)
                found = hit;
        return found;
    }

    /// <summary>Where the post above the widget's last line begins: below the opener, else with the block above it if that reads as a post.</summary>
    private static int FirstLine(Reading reading, int line, WidgetLine widget, out CueHit? opener, out bool isGuess)
    {
        opener = null;
        isGuess = false;
        for (int above = line - 1; above >= 0 && above > line - MostLines && !reading.IsTaken(above); above--)
        {
            opener = OpenerIn(reading, above, reading.Lines[above].Span.End);
            if (opener is not null)
                return above;
        }

        isGuess = true;
        if (line == 0 || reading.IsTaken(line - 1))
            return line;
        var beginning = new PostBeginning(reading, widget.Platform, widget.Published ?? Published.Unknown, widget.Name, widget.Handle);
        (int block, _) = reading.LinesOfBlock(reading.Lines[line - 1].Block);
        int first = widget.CaptionIsOneBlock ? block : beginning.Find(line - 1, out _);
        bool belongs = !widget.CaptionIsOneBlock || !beginning.ReadsAsArticle(first, line);
        return belongs && !reading.IsTaken(first) ? first : line;
    }
}
