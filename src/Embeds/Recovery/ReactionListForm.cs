using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Short paragraphs in other voices under a heading such as <c>Reactions to the message</c>. They say that somebody said it;
/// neither who nor where.
/// </summary>
internal static class ReactionListForm
{
    private const int LongestHeading = 90;
    private const int LongestReaction = 420;
    private const int MostReactions = 60;
    private const int FewestWords = 3;
    private const int FewestWordsUnended = 7;

    public static void Find(Reading reading)
    {
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (HeadingAt(reading, line) is { } heading)
                AddReactions(reading, line + 1, heading);
        }
    }

    private static CueHit? HeadingAt(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        if (span.Length > LongestHeading || reading.IsTaken(line) || reading.Text[span.End - 1] is '.' or '。' or '”' or '"')
            return null;
        (int first, int end) = reading.LinesOfBlock(reading.Lines[line].Block);
        if (end - first != 1)
            return null;
        int start = span.Start;
        while (start < span.End && reading.Text[start] is '#' or ' ' or '*')
            start++;
        foreach (CueHit hit in reading.Anchors(line))
            if (hit.Is(CueKind.Heading) && hit.Start == start && reading.IsOurs(hit.Cue))
                return hit;
        return null;
    }

    private static void AddReactions(Reading reading, int firstLine, CueHit heading)
    {
        int line = firstLine;
        for (int count = 0; line < reading.Lines.Length && count < MostReactions && !reading.IsGapBefore(line); count++)
        {
            int block = reading.Lines[line].Block;
            (_, int end) = reading.LinesOfBlock(block);
            TextSpan words = reading.SpanOfBlock(block);
            if (!reading.IsTaken(line))
            {
                if (!IsReaction(reading, line, words))
                    return;
                Add(reading, line, end, words, heading);
            }

            line = end;
        }
    }

    private static bool IsReaction(Reading reading, int line, TextSpan words)
    {
        const CueKind articlesOwn = CueKind.Report | CueKind.PostVerb | CueKind.Statement | CueKind.Placeholder | CueKind.Widget;
        return words.Length <= LongestReaction
            && reading.KindOf(line) is not (TextBlockKind.Heading or TextBlockKind.Caption)
            && !reading.Lexicon.StartsWith(reading.Text, words, CueKind.Boilerplate)
            && reading.Text[words.End - 1] is not (':' or '：')
            && IsVoice(reading, words)
            && !reading.HasCue(words, articlesOwn);
    }

    /// <summary>Many write posts without a full stop, but menus have none either, so then it takes more words.</summary>
    private static bool IsVoice(Reading reading, TextSpan span)
    {
        ReadOnlySpan<char> words = span.Of(reading.Text);
        int count = Voice.CountWords(words);
        return !Markup.Is(words) && (Voice.EndsSentence(words) ? count >= FewestWords && Voice.IsOwn(reading, span) : count >= FewestWordsUnended);
    }

    private static void Add(Reading reading, int line, int end, TextSpan words, CueHit heading)
    {
        var finding = new Finding(Rule.Reaction, words, words)
        {
            Completeness = TextCompleteness.Unknown,
            WordsConfidence = 60,
            Lead = new TextSpan(heading.Start, heading.End),
        };
        finding.Add(Rule.Reaction, new TextSpan(heading.Start, heading.End));
        reading.Take(finding, line, end);
    }
}
