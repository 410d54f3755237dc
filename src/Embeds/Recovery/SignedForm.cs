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
            if (reading.IsTaken(line) || !reading.Of(line).Contains('@'))
                continue;
            if (SignatureReader.Read(reading.Text, reading.Lines[line].Span, reading.Lexicon.Dates) is { } signature)
                Add(reading, line, signature);
            reading.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static void Add(Reading reading, int line, Signature signature)
    {
        string? platform = reading.Lexicon.PlatformOf(Handles.ShapeOf(signature.Handle));
        var beginning = new PostBeginning(reading, platform, signature.Published ?? Published.Unknown, signature.Name, signature.Handle);
        int first = line;
        bool isGuess = false;
        if (signature.HasOwnLine)
        {
            int last = WidgetWords.SkipStandIn(reading, line - 1);
            if (last < 0 || reading.IsTaken(last))
                return;
            first = beginning.Find(last, out isGuess);
        }
        else if (!reading.Lines[line].IsFirst)
        {
            first = beginning.Find(line, out isGuess);
        }

        int start = reading.Lines[first].Span.Start;
        TextSpan words = WidgetWords.WithoutStandIn(reading, new TextSpan(start, signature.Span.Start).Trim(reading.Text));
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
        finding.Add(finding.Rule, signature.Span, signature.Published is null
            ? "The text ends with a name and a handle behind a dash, as an embedded post does."
            : "The text ends with a name, a handle and a date, as an embedded post does when its markup is gone.");
        reading.Take(finding, first, line + 1);
    }
}
