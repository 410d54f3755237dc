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
    private const int LongestLabel = 90;
    private const int MostWordsBeforeNoun = 3;
    private const int FewestWords = 3;
    private const int LongestLead = 400;
    private const int NearColon = 60;
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
        TextSpan span = reading.Lines[line].Span;
        ReadOnlySpan<char> start = span.Of(reading.Text);
        int colon = start[..Math.Min(start.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon < 0 || reading.Anchors(line).IsEmpty)
            return false;
        TextSpan label = new(span.Start, span.Start + colon);
        (_, int end) = reading.LinesOfBlock(reading.Lines[line].Block);
        TextSpan words = new TextSpan(label.End + 1, reading.Lines[end - 1].Span.End).Trim(reading.Text);
        if (words.IsEmpty || LabelAt(reading, line, label, words) is not { } lead)
            return false;
        var finding = new Finding(Rule.CueLabel, new TextSpan(span.Start, words.End), Unquoted(reading.Text, words))
        {
            AuthorName = lead.Author,
            AuthorConfidence = 80,
            WordsConfidence = 80,
            Lead = label,
        };
        finding.SetPlatform(lead.Platform, 90);
        finding.Add(Rule.CueLabel, label, "A word for a post and a colon stand before these words.");
        AddAuthor(finding, label);
        reading.Take(finding, line, end);
        return true;
    }

    /// <summary><c>Tweet:</c>, <c>Tweet from Ana Torres:</c>, or <c>Ana Torres tweeted:</c> before words without quotation marks.</summary>
    private static Lead? LabelAt(Reading reading, int line, TextSpan label, TextSpan words)
    {
        if (PostingClause.In(reading, label) is { IsGeneric: false } clause)
        {
            bool isMarked = QuotationMarks.In(reading.Text, words).Count > 0;
            bool isStatement = reading.HasCue(label, CueKind.Statement);
            return isMarked || isStatement || label.End - clause.Verb.End > NearColon || Voice.CountWords(words.Of(reading.Text)) < FewestWords
                ? null
                : new Lead(label, clause.Place, clause.Platform, clause.Author(reading, quoteFollows: true), IsGeneric: false, IsDirect: true);
        }

        return NounIn(reading, line, label.End) is { } noun
            ? new Lead(label, new TextSpan(noun.Start, noun.End), noun.Cue.Platform, AuthorOf(reading, noun, label.End), IsGeneric: false, IsDirect: true)
            : null;
    }

    /// <summary>The noun for a post in a label: nothing but small words or its author's name beside it.</summary>
    private static CueHit? NounIn(Reading reading, int line, int colon)
    {
        foreach (CueHit hit in reading.Anchors(line))
        {
            if (!IsNoun(reading, hit) || hit.End > colon)
                continue;
            TextSpan before = new(reading.Lines[line].Span.Start, hit.Start);
            bool isLabel = reading.Text.AsSpan(hit.End, colon - hit.End).IsWhiteSpace() || StartsWithBy(reading, hit.End, colon);
            if (isLabel && (OnlyDeterminers(reading, before.Start, before.End) || Names.Genitive(reading, before) is not null))
                return hit;
        }

        return null;
    }

    /// <summary>A word like <c>post</c> alone presents blog posts and signposts as well.</summary>
    private static bool IsNoun(Reading reading, CueHit hit) =>
        hit.Is(CueKind.Noun) && hit.Cue.Platform is not null && hit.Cue.IsOf(reading.Language);

    private static void FindLead(Reading reading, int line)
    {
        int block = reading.Lines[line].Block;
        (_, int end) = reading.LinesOfBlock(block);
        if (end >= reading.Lines.Length || reading.IsTaken(end) || reading.KindOf(end) is TextBlockKind.Heading or TextBlockKind.Caption)
            return;
        TextSpan lead = reading.SpanOfBlock(block);
        bool colon = reading.Text[lead.End - 1] is ':' or '：';
        if ((colon ? LeadWithColon(reading, lead) : LeadByNoun(reading, line)) is not { } found)
            return;
        (_, int quoteEnd) = reading.LinesOfBlock(reading.Lines[end].Block);
        TextSpan words = reading.SpanOfBlock(reading.Lines[end].Block);
        if (words.Length <= LongestQuote && ReadsAsQuote(reading, words, found))
            Add(reading, found, words, end, quoteEnd);
    }

    private static void Add(Reading reading, Lead lead, TextSpan words, int first, int end)
    {
        var finding = new Finding(Rule.CueBefore, words, Unquoted(reading.Text, words))
        {
            AuthorName = lead.Author,
            AuthorConfidence = 80,
            WordsConfidence = 80,
            Lead = lead.Span,
        };
        finding.SetPlatform(lead.Platform, 85);
        finding.Add(Rule.CueBefore, lead.Cue, "The sentence before presents a post, and these words read as one.");
        if (lead.IsGeneric)
            finding.Add(Rule.GenericNoun, lead.Cue, "The sentence says “post” without saying where.");
        AddAuthor(finding, lead.Span);
        reading.Take(finding, first, end);
    }

    /// <summary><c>She wrote on Facebook:</c>, <c>His tweet read:</c></summary>
    private static Lead? LeadWithColon(Reading reading, TextSpan block)
    {
        TextSpan sentence = Sentence.Ending(reading.Text, Math.Max(block.Start, block.End - LongestLead), block.End);
        if (reading.HasCue(sentence, CueKind.Statement))
            return null;
        if (PostingClause.In(reading, sentence) is { } clause)
            return new Lead(sentence, clause.Place, clause.Platform, clause.Author(reading, quoteFollows: true), clause.IsGeneric, IsDirect: sentence.End - clause.Verb.End <= NearColon);
        CueHit noun = reading.Cues(sentence, CueKind.Noun).Find(hit => hit.Cue.Platform is not null);
        if (noun.Cue is null || sentence.End - noun.End > NearColon)
            return null;
        return new Lead(sentence, new TextSpan(noun.Start, noun.End), noun.Cue.Platform, AuthorOf(reading, noun, sentence.End), IsGeneric: false, IsDirect: false);
    }

    /// <summary><c>Another tweet, from …</c>: the sentence begins with the post, so the block is about it.</summary>
    private static Lead? LeadByNoun(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        TextSpan sentence = Sentence.Beginning(reading.Text, span.Start, Math.Min(span.End, span.Start + LongestLead));
        if (Voice.CountWords(sentence.Of(reading.Text)) < FewestWords)
            return null;
        foreach (CueHit hit in reading.Anchors(line))
        {
            if (IsNoun(reading, hit) && hit.Start < sentence.End && OnlyDeterminers(reading, span.Start, hit.Start))
                return new Lead(sentence, new TextSpan(hit.Start, hit.End), hit.Cue.Platform, AuthorOf(reading, hit, sentence.End), IsGeneric: false, IsDirect: false);
        }

        return null;
    }

    private static bool OnlyDeterminers(Reading reading, int start, int end)
    {
        int words = 0;
        foreach (Range range in reading.Text.AsSpan(start, end - start).Split(' '))
        {
            ReadOnlySpan<char> word = reading.Text.AsSpan(start, end - start)[range].Trim(",'’");
            if (word.IsEmpty)
                continue;
            if (++words > MostWordsBeforeNoun || !reading.Lexicon.Has(word, CueKind.Determiner, reading.Language))
                return false;
        }

        return true;
    }

    private static string? AuthorOf(Reading reading, CueHit noun, int end)
    {
        if (!StartsWithBy(reading, noun.End, end))
        {
            TextSpan before = Sentence.Ending(reading.Text, Math.Max(0, noun.Start - LongestLabel), noun.Start);
            return Names.Genitive(reading, before) ?? Names.BeforeComma(reading, before.Start, before.End);
        }

        List<CueHit> verbs = reading.Cues(new TextSpan(noun.End, end), CueKind.Report | CueKind.WriteVerb | CueKind.PostVerb);
        int nameEnd = verbs.Count > 0 ? verbs[0].Start : end;
        int comma = reading.Text.AsSpan(noun.End + 2, Math.Max(0, nameEnd - noun.End - 2)).IndexOf(',');
        return Names.LastIn(reading, noun.End, comma < 0 ? nameEnd : noun.End + 2 + comma);
    }

    private static bool StartsWithBy(Reading reading, int start, int end)
    {
        int i = start;
        while (i < end && (Scripts.IsBlank(reading.Text[i]) || reading.Text[i] is ',' or '،'))
            i++;
        int wordEnd = i;
        while (wordEnd < end && Scripts.IsWordChar(reading.Text[wordEnd]))
            wordEnd++;
        return reading.Lexicon.Has(reading.Text.AsSpan(i, wordEnd - i), CueKind.ByWord, reading.Language);
    }

    /// <summary>The embed may be gone without a trace, and then the next block is the article's: it needs a sign of its own.</summary>
    private static bool ReadsAsQuote(Reading reading, TextSpan words, Lead lead)
    {
        ReadOnlySpan<char> text = words.Of(reading.Text);
        if (Voice.CountWords(text) < FewestWords || Markup.Is(text) || reading.Lexicon.StartsWith(reading.Text, words, CueKind.Boilerplate))
            return false;
        if (Voice.HasMarks(text))
            return true;
        if (lead.IsGeneric)
            return false;
        if (!Unquoted(reading.Text, words).Equals(words) || IsForeign(reading, text))
            return true;
        bool inVoice = Voice.IsOwn(reading, words) || (lead.IsDirect && !Voice.EndsSentence(text));
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

    private static void AddAuthor(Finding finding, TextSpan lead)
    {
        if (finding.AuthorName is { } name)
            finding.Add(Rule.AuthorNamed, lead, $"The words that present the post name {name}.");
    }
}
