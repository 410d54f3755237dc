using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>Quotations that a verb of posting introduces or follows in the same sentence: <c>Ana Torres tweeted that “…”</c>.</summary>
internal static class InlineQuoteForm
{
    private const int ReachBefore = 280;
    private const int ReachBehind = 160;
    private const int FewWords = 3;
    private const int BorrowedWords = 6;
    private const int MostWordsOfSubject = 8;
    private const int LongestWordBefore = 20;
    private const int MostWordsToQuotation = 12;

    public static void Find(Reading reading)
    {
        for (int block = 0; block < reading.Article.Blocks.Length; block++)
        {
            (int first, int end) = reading.LinesOfBlock(block);
            if (!HasAnchor(reading, first, end))
                continue;
            TextSpan span = reading.SpanOfBlock(block);
            List<QuotationMarks.Quotation> quotations = QuotationMarks.In(reading.Text, span);
            for (int i = 0; i < quotations.Count; i++)
            {
                int from = i == 0 ? span.Start : quotations[i - 1].Whole.End;
                int to = i + 1 == quotations.Count ? span.End : quotations[i + 1].Whole.Start;
                if (!quotations[i].Inside.IsEmpty)
                    Try(reading, quotations[i], from, to);
            }

            reading.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static bool HasAnchor(Reading reading, int first, int end)
    {
        for (int line = first; line < end; line++)
        {
            if (reading.IsTaken(line))
                return false;
            foreach (CueHit hit in reading.Anchors(line))
                if (hit.Is(CueKind.PostVerb | CueKind.PlatformName | CueKind.Place | CueKind.Noun))
                    return true;
        }

        return false;
    }

    private static void Try(Reading reading, QuotationMarks.Quotation quotation, int from, int to)
    {
        string text = reading.Text;
        TextSpan before = Sentence.Ending(text, Math.Max(from, quotation.Whole.Start - ReachBefore), quotation.Whole.Start);
        if (PostingClause.In(reading, before) is { } leading)
        {
            if (IsSpoken(reading, quotation, leading))
                Add(reading, quotation, leading, before, quoteFollows: true);
            return;
        }

        TextSpan behind = Sentence.Beginning(text, quotation.Whole.End, Math.Min(to, quotation.Whole.End + ReachBehind));
        if (PostingClause.Around(reading, before, behind) is { } around)
        {
            if (IsSpoken(reading, quotation, around))
                Add(reading, quotation, around, before, quoteFollows: true);
            return;
        }

        if (text[quotation.Inside.End - 1] is not ('.' or '。') && PostingClause.In(reading, behind) is { } trailing && Closes(reading, quotation, trailing))
            Add(reading, quotation, trailing, behind, quoteFollows: false);
    }

    /// <summary>A few words in marks inside a sentence may be a title or a borrowed word; what stands right behind a colon or the verb is not.</summary>
    private static bool IsSpoken(Reading reading, QuotationMarks.Quotation quotation, PostingClause clause)
    {
        ReadOnlySpan<char> inside = quotation.Inside.Of(reading.Text);
        if (clause.IsGeneric && !Voice.HasMarks(inside))
            return false;
        TextSpan lead = new TextSpan(Math.Max(0, quotation.Whole.Start - ReachBefore), quotation.Whole.Start).Trim(reading.Text);
        int words = Voice.CountWords(inside);
        bool isShort = words < FewWords && char.IsLower(inside[0]) && !Voice.EndsSentence(inside);
        if (lead.IsEmpty || reading.Text[lead.End - 1] is ':' or '：' or ',' || clause.Verb.End == lead.End)
            return !isShort;
        return words >= FewWords && (words >= BorrowedWords || !EndsWithNotBeforeQuote(reading, lead));
    }

    /// <summary>
    /// Behind a quotation only a subject may stand before its verb, and no colon behind it: <c>“…,” Ana Torres tweeted.</c>
    /// </summary>
    private static bool Closes(Reading reading, QuotationMarks.Quotation quotation, PostingClause clause)
    {
        ReadOnlySpan<char> inside = quotation.Inside.Of(reading.Text);
        if (clause.IsGeneric && !Voice.HasMarks(inside))
            return false;
        TextSpan subject = new(quotation.Whole.End, clause.Verb.Start);
        ReadOnlySpan<char> rest = reading.Text.AsSpan(clause.Verb.End, clause.Sentence.End - clause.Verb.End);
        if (Voice.CountWords(subject.Of(reading.Text)) > MostWordsOfSubject || rest.TrimEnd().EndsWith(':'))
            return false;
        return Voice.CountWords(inside) >= FewWords || Voice.EndsSentence(inside) || subject.Of(reading.Text).Trim(" ,").IsEmpty;
    }

    private static bool EndsWithNotBeforeQuote(Reading reading, TextSpan lead)
    {
        int start = Math.Max(lead.Start, lead.End - LongestWordBefore);
        while (start > lead.Start && Scripts.IsWordChar(reading.Text[start - 1]) && !Scripts.IsUnspaced(reading.Text[start]))
            start--;
        return reading.Cues(new TextSpan(start, lead.End), CueKind.NotBeforeQuote).Exists(hit => hit.End == lead.End);
    }

    private static void Add(Reading reading, QuotationMarks.Quotation quotation, PostingClause clause, TextSpan sentence, bool quoteFollows)
    {
        TextSpan words = WithoutLastComma(reading.Text, quotation.Inside);
        var finding = new Finding(Rule.Inline, quotation.Whole, words)
        {
            Completeness = IsWhole(words.Of(reading.Text)) ? TextCompleteness.Unknown : TextCompleteness.Truncated,
            WordsConfidence = 75,
            Lead = sentence,
        };
        finding.SetPlatform(clause.Platform, 90);
        finding.Add(Rule.Inline, clause.Verb);
        if (clause.IsGeneric)
            finding.Add(Rule.GenericNoun, clause.Place);
        int between = quoteFollows ? clause.Verb.End : quotation.Whole.End;
        int until = quoteFollows ? quotation.Whole.Start : clause.Verb.Start;
        if (between < until && Voice.CountWords(reading.Text.AsSpan(between, until - between)) > MostWordsToQuotation)
            finding.Add(Rule.FarVerb, clause.Verb);
        finding.SetAuthor(clause.Author(reading, quoteFollows), 85, clause.Verb);
        AddStatement(reading, finding, sentence);
        reading.Add(finding);
    }

    private static void AddStatement(Reading reading, Finding finding, TextSpan sentence)
    {
        List<CueHit> hits = reading.Cues(sentence, CueKind.Statement);
        if (hits.Count > 0)
            finding.Add(Rule.Statement, new TextSpan(hits[0].Start, hits[0].End));
    }

    private static bool IsWhole(ReadOnlySpan<char> words) => !char.IsLower(words[0]) && Voice.EndsSentence(words);

    /// <summary>A comma before the closing mark is the sentence's, not the post's.</summary>
    private static TextSpan WithoutLastComma(string text, TextSpan words) =>
        words.Length > 1 && text[words.End - 1] is ',' or '،' ? words with { End = words.End - 1 } : words;
}
