using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>The part of a sentence that says that somebody posted: a verb of posting, or a verb of writing with its place.</summary>
internal sealed record PostingClause
{
    private const CueKind Places = CueKind.Place | CueKind.PlatformName | CueKind.PlaceWord | CueKind.Noun;
    private const int MostWordsToPlaceWord = 4;
    private const int MostCharsToVerb = 24;

    public required TextSpan Sentence { get; init; }

    public required TextSpan Verb { get; init; }

    /// <summary>The place or the noun; the verb where that says it all.</summary>
    public required TextSpan Place { get; init; }

    public string? Platform { get; init; }

    /// <summary>Whether only a word like <c>post</c>, which may be anywhere, says that it was one.</summary>
    public bool IsGeneric { get; init; }

    private bool HasVerbBehind { get; init; }

    public static PostingClause? In(Reading reading, TextSpan sentence)
    {
        if (sentence.IsEmpty)
            return null;
        List<CueHit> hits = reading.Cues(sentence, CueKind.PostVerb | CueKind.WriteVerb | CueKind.Report | Places);
        if (LastOutermost(hits, CueKind.PostVerb) is { Cue: not null } verb)
            return new PostingClause { Sentence = sentence, Verb = Span(verb), Place = Span(verb), Platform = verb.Cue.Platform ?? PlaceOf(reading, hits)?.Cue.Platform };
        if (PlaceOf(reading, hits) is not { } place || LastOutermost(hits, CueKind.WriteVerb) is not { Cue: not null } writing)
            return null;
        if (IsOfAnotherVerb(hits, place, writing))
            return null;
        return new PostingClause
        {
            Sentence = sentence,
            Verb = Span(writing),
            Place = Span(place),
            Platform = place.Cue.Platform,
            IsGeneric = place.Is(CueKind.Noun) && place.Cue.Platform is null,
        };
    }

    /// <summary><c>Asked by a fan on Twitter, she said: “…”</c>: another verb took the place, and what was said may stand anywhere.</summary>
    private static bool IsOfAnotherVerb(List<CueHit> hits, CueHit place, CueHit writing)
    {
        if (writing.Start < place.End)
            return false;
        int nearest = -1;
        bool writes = false;
        foreach (CueHit hit in hits)
        {
            if (!hit.Is(CueKind.Report | CueKind.WriteVerb) || hit.End > place.Start)
                continue;
            writes = hit.Is(CueKind.WriteVerb) || (writes && hit.Start == nearest);
            nearest = hit.Start;
        }

        return nearest >= 0 && !writes;
    }

    /// <summary>
    /// A quotation between its place and its verb, as languages with the verb at the end have it: <c>ツイッターで「…」と投稿した</c>.
    /// </summary>
    public static PostingClause? Around(Reading reading, TextSpan before, TextSpan behind)
    {
        if (before.IsEmpty || behind.IsEmpty)
            return null;
        List<CueHit> verbs = reading.Cues(behind with { End = Math.Min(behind.End, behind.Start + MostCharsToVerb) }, CueKind.WriteVerb);
        if (verbs.Count == 0 || PlaceOf(reading, reading.Cues(before, Places)) is not { } place)
            return null;
        return new PostingClause
        {
            Sentence = before,
            Verb = Span(verbs[0]),
            Place = Span(place),
            Platform = place.Cue.Platform,
            IsGeneric = place.Is(CueKind.Noun) && place.Cue.Platform is null,
            HasVerbBehind = true,
        };
    }

    /// <summary>The last hit of a kind that is no part of a longer one: <c>live-tweeted</c>, not its <c>tweeted</c>.</summary>
    private static CueHit LastOutermost(List<CueHit> hits, CueKind kind)
    {
        CueHit last = default;
        foreach (CueHit hit in hits)
            if (hit.Is(kind) && (last.Cue is null || hit.Start >= last.End))
                last = hit;
        return last;
    }

    /// <summary>Who posted, by the words beside the verb: before it, else behind it.</summary>
    public Attribution Author(Reading reading, bool quoteFollows)
    {
        if (HasVerbBehind)
            return Names.LastIn(reading, Sentence.Start, Place.Start);
        Attribution before = Names.Before(reading, Sentence.Start, Verb.Start);
        bool isPronoun = SubjectIsPronoun(reading);
        if (!before.IsNone || (quoteFollows && isPronoun))
            return before;
        bool mayBeHandle = !quoteFollows && !isPronoun;
        bool placeFollows = Place.Start > Verb.End;
        return placeFollows
            ? Names.After(reading, Verb.End, Place.Start, mayBeHandle).Or(Names.After(reading, Place.End, Sentence.End, mayBeHandle))
            : Names.After(reading, Verb.End, Sentence.End, mayBeHandle);
    }

    private bool SubjectIsPronoun(Reading reading)
    {
        int end = Verb.Start;
        while (end > Sentence.Start && !Scripts.IsWordChar(reading.Text[end - 1]))
            end--;
        int start = end;
        while (start > Sentence.Start && Scripts.IsWordChar(reading.Text[start - 1]))
            start--;
        return reading.Lexicon.Has(reading.Text.AsSpan(start, end - start), CueKind.Pronoun, reading.Language);
    }

    /// <summary>The first hit that says where: a phrase, a name of a platform behind its small word, or a noun for a post.</summary>
    private static CueHit? PlaceOf(Reading reading, List<CueHit> hits)
    {
        CueHit? generic = null;
        foreach (CueHit hit in hits)
        {
            if (hit.Is(CueKind.Place) || (hit.Is(CueKind.PlatformName) && IsPlace(reading, hits, hit)))
                return hit;
            if (hit.Is(CueKind.Noun) && hit.Cue.Platform is not null)
                return hit;
            if (hit.Is(CueKind.Noun))
                generic ??= hit;
        }

        return generic;
    }

    /// <summary><c>on Twitter</c>, <c>on his official Twitter account</c>; a name of one letter must follow its small word at once.</summary>
    private static bool IsPlace(Reading reading, List<CueHit> hits, CueHit name)
    {
        bool needed = name.Cue.Text.Length == 1;
        foreach (CueHit hit in hits)
        {
            if (!hit.Is(CueKind.PlaceWord) || hit.End > name.Start)
                continue;
            int words = Blanks(reading.Text.AsSpan(hit.End, name.Start - hit.End));
            if (words <= (needed ? 1 : MostWordsToPlaceWord))
                return true;
        }

        return !needed && !reading.Lexicon.HasPlaceWords(reading.Language);
    }

    private static int Blanks(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
            count += Scripts.IsBlank(c) ? 1 : 0;
        return count;
    }

    private static TextSpan Span(CueHit hit) => new(hit.Start, hit.End);
}
