using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Places where a widget says that it cannot show a post, or shows its frame without the words. They prove that a post stood
/// there; what they say is not what the post says.
/// </summary>
internal static class PlaceholderForm
{
    /// <summary>A placeholder is the whole line but for a few words; in a longer line it is what the article speaks of.</summary>
    private const int MostCharsBeside = 60;

    public static void Find(Reading reading)
    {
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (reading.IsTaken(line))
                continue;
            foreach (CueHit hit in reading.Anchors(line))
            {
                if (!hit.Is(CueKind.Placeholder | CueKind.Opener) || !IsWholeLine(reading, line, hit))
                    continue;
                Add(reading, line, hit);
                break;
            }
        }
    }

    private static bool IsWholeLine(Reading reading, int line, CueHit hit)
    {
        TextSpan span = reading.Lines[line].Span;
        int beside = hit.Is(CueKind.Opener) ? 2 : MostCharsBeside;
        bool isAlone = hit.Cue.Platform is not null || IsWholeBlock(reading, line);
        return isAlone && hit.Start - span.Start <= 2 && span.End - hit.End <= beside;
    }

    /// <summary>What names no platform stands for a post only by itself; with more lines it is a page's own notice.</summary>
    private static bool IsWholeBlock(Reading reading, int line)
    {
        (int first, int end) = reading.LinesOfBlock(reading.Lines[line].Block);
        return end - first == 1;
    }

    private static void Add(Reading reading, int line, CueHit hit)
    {
        // The frame of a widget may stand below the line that names the author: one post, two lines.
        if (hit.Is(CueKind.Opener) && line > 0 && reading.TakenBy(line - 1) is { Words.IsEmpty: true } above && above.Rule == Rule.Widget)
        {
            above.Whole = above.Whole with { End = hit.End };
            if (above.Platform is null)
                above.SetPlatform(hit.Cue.Platform, 90);
            return;
        }

        TextSpan whole = reading.Lines[line].Span;
        var finding = new Finding(hit.Is(CueKind.Opener) ? Rule.WidgetOpener : Rule.Placeholder, whole, new TextSpan(whole.End, whole.End))
        {
            Completeness = TextCompleteness.Absent,
        };
        finding.SetPlatform(hit.Cue.Platform, 92);
        finding.Add(finding.Rule, new TextSpan(hit.Start, hit.End));
        if (hit.Cue.Platform is null)
            finding.Add(Rule.PlaceholderAnywhere, new TextSpan(hit.Start, hit.End));
        reading.Take(finding, line, line + 1);
    }
}
