using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>Posts that still end with their signature.</summary>
internal static class SignedForm
{
    public static void Find(Reading reading)
    {
        if (!reading.HasHandle)
            return;
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (reading.IsTaken(line) || !(reading.Of(line).Contains('@') || reading.Of(line)[^1] == '('))
                continue;
            int last = LastLineOf(reading, line);
            if (SignatureReader.Read(reading.Text, new TextSpan(reading.Lines[line].Span.Start, reading.Lines[last].Span.End), reading.Lexicon.Dates) is { } signature)
                Add(reading, line, last, signature);
            reading.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A wrapped text may break the line around the handle: <c>— Name (</c>, <c>@handle</c>, <c>) May 4, 2020</c>.</summary>
    private static int LastLineOf(Reading reading, int line)
    {
        bool isBroken = reading.Of(line)[^1] == '(' && line + 2 < reading.Lines.Length;
        return isBroken && reading.Lines[line + 2].Block == reading.Lines[line].Block && reading.Of(line + 1)[0] == '@' ? line + 2 : line;
    }

    private static void Add(Reading reading, int line, int last, Signature signature)
    {
        string? platform = reading.Lexicon.PlatformOf(Handles.ShapeOf(signature.Handle));
        var beginning = new PostBeginning(reading, platform, signature.Published ?? Published.Unknown, signature.Name, signature.Handle);
        int first = line;
        bool isGuess = false;
        if (signature.HasOwnLine)
        {
            int above = WidgetWords.SkipStandIn(reading, line - 1);
            if (above < 0 || reading.IsTaken(above))
                return;
            first = beginning.Find(above, out isGuess);
        }
        else if (!reading.Lines[line].IsFirst)
        {
            first = beginning.Find(line, out isGuess);
        }

        int start = reading.Lines[first].Span.Start;
        Lead? label = Leads.BareLabel(reading, first);
        int wordsStart = label?.Span.End + 1 ?? start;
        TextSpan words = WidgetWords.WithoutStandIn(reading, new TextSpan(wordsStart, Math.Max(wordsStart, signature.Span.Start)).Trim(reading.Text));
        if (words.IsEmpty)
            return;
        var finding = new Finding(signature.Published is null ? Rule.SignedUndated : Rule.Signed, new TextSpan(start, signature.Span.End), words)
        {
            AuthorName = signature.Name,
            AuthorHandle = signature.Handle,
            AuthorConfidence = signature.HasDash ? 97 : 90,
            Published = signature.Published ?? Published.Unknown,
            Permalink = signature.Link,
            WordsConfidence = isGuess ? 85 : 95,
        };
        finding.SetPlatform(platform, signature.Published is null ? 80 : 92);
        finding.Add(finding.Rule, signature.Span);
        if ((label ?? Leads.Above(reading, first)) is { } lead)
            finding.Add(Rule.CueAbove, lead.Cue);
        reading.Take(finding, first, last + 1);
    }
}
