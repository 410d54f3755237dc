using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Blocks that a word for a post presents: in the block itself (<c>Tweet: I was sure …</c>) or in the one before
/// (<c>Another tweet, from Ana Torres, showed …</c>).
/// </summary>
internal static class CuedBlockForm
{
    private const int FewestWords = 3;
    private const int LongestQuote = 1500;

    public static void Find(Reading reading)
    {
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (!reading.Lines[line].IsFirst || reading.IsTaken(line))
                continue;
            if (!FindLabel(reading, line))
                FindLead(reading, line);
            reading.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static bool FindLabel(Reading reading, int line)
    {
        if (reading.KindOf(line) == TextBlockKind.Heading || Leads.Label(reading, line) is not { } lead)
            return false;
        (_, int end) = reading.LinesOfBlock(reading.Lines[line].Block);
        TextSpan words = new TextSpan(lead.Span.End + 1, reading.Lines[end - 1].Span.End).Trim(reading.Text);
        if (Voice.IsTitle(words.Of(reading.Text)))
            return false;
        var finding = new Finding(Rule.CueLabel, new TextSpan(lead.Span.Start, words.End), Unquoted(reading.Text, words))
        {
            WordsConfidence = 80,
            Lead = lead.Span,
        };
        finding.SetPlatform(lead.Platform, 90);
        finding.Add(Rule.CueLabel, lead.Span);
        finding.SetAuthor(lead.Author, 80, lead.Span);
        reading.Take(finding, line, end);
        return true;
    }

    private static void FindLead(Reading reading, int line)
    {
        (_, int first) = reading.LinesOfBlock(reading.Lines[line].Block);
        if (first >= reading.Lines.Length || reading.IsTaken(first) || reading.KindOf(first) is TextBlockKind.Heading or TextBlockKind.Caption)
            return;
        if (Leads.Above(reading, first) is not { } lead)
            return;
        int end = EndOfQuotation(reading, first);
        TextSpan words = new(reading.Lines[first].Span.Start, reading.Lines[end - 1].Span.End);
        bool isMarkedUp = reading.KindOf(first) == TextBlockKind.Quotation && !lead.IsGeneric;
        if (words.Length <= LongestQuote && (isMarkedUp || ReadsAsQuote(reading, words, lead)))
            Add(reading, lead, words, first, end);
    }

    /// <summary>The line behind the block, or behind the last block of a quotation that the page marks as one.</summary>
    private static int EndOfQuotation(Reading reading, int first)
    {
        (_, int end) = reading.LinesOfBlock(reading.Lines[first].Block);
        while (end < reading.Lines.Length && reading.KindOf(first) == TextBlockKind.Quotation && reading.KindOf(end) == TextBlockKind.Quotation
            && !reading.IsTaken(end) && !reading.IsGapBefore(end))
            (_, end) = reading.LinesOfBlock(reading.Lines[end].Block);
        return end;
    }

    private static void Add(Reading reading, Lead lead, TextSpan words, int first, int end)
    {
        var finding = new Finding(Rule.CueBefore, words, Unquoted(reading.Text, words))
        {
            WordsConfidence = 80,
            Lead = lead.Span,
        };
        finding.SetPlatform(lead.Platform, 85);
        finding.Add(Rule.CueBefore, lead.Cue);
        if (lead.IsGeneric)
            finding.Add(Rule.GenericNoun, lead.Cue);
        if (lead.Author.IsNone && !lead.IsDirect && !Voice.HasMarks(words.Of(reading.Text)))
            finding.Add(Rule.CueUnnamed, lead.Cue);
        finding.SetAuthor(lead.Author, 80, lead.Span);
        reading.Take(finding, first, end);
    }

    /// <summary>The embed may be gone without a trace, and then the next block is the article's: it needs a sign of its own.</summary>
    private static bool ReadsAsQuote(Reading reading, TextSpan words, Lead lead)
    {
        ReadOnlySpan<char> text = words.Of(reading.Text);
        if (Voice.CountWords(text) < FewestWords || text[^1] is ':' or '：' || Markup.Is(text) || reading.Lexicon.StartsWith(reading.Text, words, CueKind.Boilerplate))
            return false;
        if (Voice.HasMarks(text))
            return true;
        if (lead.IsGeneric)
            return false;
        if (!Unquoted(reading.Text, words).Equals(words) || IsForeign(reading, text))
            return true;
        // Where nobody is named and the article itself says I and you, these words may be the article's.
        bool inVoice = (lead.Author.IsNone ? Voice.IsOthers(reading, words) : Voice.IsOwn(reading, words)) || (lead.IsDirect && !Voice.EndsSentence(text));
        return inVoice && !reading.HasCue(words, CueKind.Statement);
    }

    private static bool IsForeign(Reading reading, ReadOnlySpan<char> words) =>
        reading.Language is { } language && reading.Lexicon.Guess.Of(words) is { } own && !string.Equals(language, own, StringComparison.Ordinal);

    /// <summary>Words that stand in quotation marks as a whole lose them.</summary>
    private static TextSpan Unquoted(string text, TextSpan words)
    {
        List<QuotationMarks.Quotation> quotations = QuotationMarks.In(text, words);
        return quotations is [var only] && only.Whole.Equals(words) ? only.Inside : words;
    }
}
