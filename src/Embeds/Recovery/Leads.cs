using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Reads the words that present a post: a label before it in its block, or the sentence above.</summary>
internal static class Leads
{
    private const int LongestLabel = 90;
    private const int LongestLead = 400;
    private const int MostWordsBeforeNoun = 3;
    private const int FewestWords = 3;

    /// <summary>So near to the colon stands what leads straight to the post.</summary>
    private const int NearColon = 60;

    /// <summary>The label at the start of a line, up to its colon.</summary>
    public static Lead? Label(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        if (reading.Anchors(line).IsEmpty)
            return null;
        ReadOnlySpan<char> start = span.Of(reading.Text);
        int colon = start[..Math.Min(start.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon < 0 || start[colon..].StartsWith("://", StringComparison.Ordinal))
            return null;
        (_, int end) = reading.LinesOfBlock(reading.Lines[line].Block);
        TextSpan label = new(span.Start, span.Start + colon);
        TextSpan words = new TextSpan(label.End + 1, reading.Lines[end - 1].Span.End).Trim(reading.Text);
        return words.IsEmpty ? null : LabelAt(reading, line, label, words);
    }

    /// <summary>A label that is the noun and small words alone, so that it cannot be the post's own beginning: <c>Tweet:</c></summary>
    public static Lead? BareLabel(Reading reading, int line) =>
        Label(reading, line) is { IsDirect: false } label && Voice.CountWords(label.Span.Of(reading.Text)) <= MostWordsBeforeNoun ? label : null;

    /// <summary>The words in the block above a line that present what stands below them.</summary>
    public static Lead? Above(Reading reading, int line)
    {
        if (line == 0 || reading.IsTaken(line - 1) || reading.IsGapBefore(line))
            return null;
        (int first, _) = reading.LinesOfBlock(reading.Lines[line - 1].Block);
        if (!reading.HasAnchor(first, line))
            return null;
        TextSpan block = new(reading.Lines[first].Span.Start, reading.Lines[line - 1].Span.End);
        return reading.Text[block.End - 1] is ':' or '：' ? WithColon(reading, block) : ByNoun(reading, first);
    }

    /// <summary><c>She wrote on Facebook:</c>, <c>His tweet read:</c></summary>
    private static Lead? WithColon(Reading reading, TextSpan block)
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
    private static Lead? ByNoun(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        TextSpan sentence = Sentence.Beginning(reading.Text, span.Start, Math.Min(span.End, span.Start + LongestLead));
        if (Voice.CountWords(sentence.Of(reading.Text)) < FewestWords || IsHeadline(sentence.Of(reading.Text)))
            return null;
        foreach (CueHit hit in reading.Anchors(line))
        {
            if (IsNoun(reading, hit) && hit.Start < sentence.End && OnlyDeterminers(reading, span.Start, hit.Start) && !IsTimeline(reading, hit, span.End))
                return new Lead(sentence, new TextSpan(hit.Start, hit.End), hit.Cue.Platform, AuthorOf(reading, hit, sentence.End), IsGeneric: false, IsDirect: false);
        }

        return null;
    }

    /// <summary><c>Tweet of the Week: The Old Bridge</c> heads an article, not a post.</summary>
    private static bool IsHeadline(ReadOnlySpan<char> sentence)
    {
        int colon = sentence.IndexOfAny(':', '：');
        return colon >= 0 && Voice.IsTitle(sentence[(colon + 1)..]);
    }

    /// <summary><c>Tweets by @torres</c> and nothing more is the title of a list of somebody's latest posts.</summary>
    private static bool IsTimeline(Reading reading, CueHit noun, int end)
    {
        int at = reading.Text.IndexOf('@', noun.End, end - noun.End);
        return at >= 0 && Handles.At(reading.Text, at, end).End == end && StartsWithBy(reading, noun.End, at);
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

    private static Attribution AuthorOf(Reading reading, CueHit noun, int end)
    {
        if (!StartsWithBy(reading, noun.End, end))
        {
            TextSpan before = Sentence.Ending(reading.Text, Math.Max(0, noun.Start - LongestLabel), noun.Start);
            return Names.Genitive(reading, before).Or(Names.BeforeComma(reading, before.Start, before.End));
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
            ? new Lead(label, new TextSpan(noun.Start, noun.End), noun.Cue.Platform, AuthorOf(reading, noun, label.End), IsGeneric: false, IsDirect: false)
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
            if (isLabel && (OnlyDeterminers(reading, before.Start, before.End) || !Names.Genitive(reading, before).IsNone))
                return hit;
        }

        return null;
    }

    /// <summary>A word like <c>post</c> alone presents blog posts and signposts as well.</summary>
    private static bool IsNoun(Reading reading, CueHit hit) =>
        hit.Is(CueKind.Noun) && hit.Cue.Platform is not null && reading.IsOurs(hit.Cue);
}
