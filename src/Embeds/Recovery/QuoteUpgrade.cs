using System.Collections.Immutable;
using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// From a recovered quote to the post that it quotes: finds it among posts whose blocks are at hand, and makes the block that
/// takes the recovered one's place. A pure function; where the posts come from is the caller's business.
/// </summary>
internal static class QuoteUpgrade
{
    private const int MostEvidence = 2000;

    /// <summary>The sealed block of the post, in the recovered quote's place of the article; null where no post, or no single one, fits.</summary>
    /// <param name="recovered">A sealed block with <see cref="QuoteBlock.Recovery"/>.</param>
    /// <param name="posts">Blocks of posts; recovered ones among them prove nothing and are passed over.</param>
    /// <param name="via">How the posts were had.</param>
    /// <param name="capturedAt">UTC time of the new block.</param>
    public static QuoteBlock? Of(QuoteBlock recovered, IEnumerable<QuoteBlock> posts, Via via, string capturedAt)
    {
        List<QuoteBlock> fitting = [.. posts.Where(post => post.Recovery is null && post.Text.Value.Length > 0 && !Contradicts(recovered, post)).DistinctBy(post => post.Key, StringComparer.Ordinal)];
        List<QuoteBlock> sameAuthor = fitting.FindAll(post => IsSameAuthor(recovered.Author, post.Author));
        return In(sameAuthor, isAuthorSure: true) ?? In(fitting, isAuthorSure: false);

        QuoteBlock? In(List<QuoteBlock> among, bool isAuthorSure) =>
            MatchIn(recovered.Text, among) is { } match ? Upgraded(recovered, among[match.Index], match, Confidence(match, isAuthorSure), via, capturedAt) : null;
    }

    private static QuoteMatch? MatchIn(PostText words, List<QuoteBlock> posts)
    {
        string[] candidates = [.. posts.Select(post => post.Text.Value)];
        QuoteMatch? match = QuoteMatcher.Best(words.Value, candidates);
        bool mayBeTranslated = words.Translated is TranslationState.Certain or TranslationState.Likely;
        return match is null && mayBeTranslated ? QuoteMatcher.Best(words.Value, candidates, translated: true) : match;
    }

    /// <summary>What both say and say differently: then it is another post, whatever its words.</summary>
    private static bool Contradicts(QuoteBlock recovered, QuoteBlock post) =>
        Differ(recovered.NativeId, post.NativeId)
        || (recovered.Recovery!.Platform > 0 && Differ(recovered.Platform, post.Platform))
        || Differ(recovered.Author.Handle, post.Author.Handle)
        || (DayOf(recovered.Published) is { } printed && DayOf(post.Published) is { } published && Math.Abs(printed.DayNumber - published.DayNumber) > 1);

    private static bool Differ(string? left, string? right) =>
        left is not null && right is not null && !string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The printed day is in the reader's zone, so that a day more or less is the same.</summary>
    private static DateOnly? DayOf(Published published) =>
        published.At is { Length: >= 10 } at && DateOnly.TryParseExact(at[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static bool IsSameAuthor(Author named, Author author) =>
        (named.Handle is not null && string.Equals(named.Handle, author.Handle, StringComparison.OrdinalIgnoreCase))
        || (named.Name is not null && string.Equals(named.Name, author.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Percent that the words are this post's. A few words may be anybody's, so there the author counts more.</summary>
    private static int Confidence(QuoteMatch match, bool isAuthorSure) => match.Kind switch
    {
        QuoteMatchKind.Equal => isAuthorSure ? 99 : 95,
        QuoteMatchKind.Contained => isAuthorSure ? 97 : 90,
        QuoteMatchKind.Overlapping => isAuthorSure ? 92 : 85,
        _ => isAuthorSure ? 75 : 60,
    };

    private static QuoteBlock Upgraded(QuoteBlock recovered, QuoteBlock post, QuoteMatch match, int confidence, Via via, string capturedAt)
    {
        bool namesAuthor = post.Author.Name is null && recovered.Author.Name is not null;
        bool dates = post.Published.At is null && recovered.Published.At is not null;
        var provenance = post.Provenance.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => pair.Value with { Via = pair.Value.Via == Via.Markup ? via : pair.Value.Via, Confidence = Math.Min(pair.Value.Confidence, confidence) },
            StringComparer.Ordinal).ToBuilder();
        provenance[""] = new Provenance { Via = via, Confidence = confidence, Rule = RuleOf(match.Kind), Evidence = VerbatimText.Shorten(recovered.Text.Value, MostEvidence) };
        provenance["/source"] = new Provenance { Via = Via.Recovered, Confidence = recovered.Recovery!.Post };
        if (namesAuthor)
            provenance["/author/name"] = new Provenance { Via = Via.Recovered, Confidence = recovered.Recovery.Author };
        if (dates)
            provenance["/published"] = new Provenance { Via = Via.Recovered, Confidence = recovered.Recovery.Post };
        return (post with
        {
            CapturedAt = capturedAt,
            Source = recovered.Source,
            Author = namesAuthor ? post.Author with { Name = recovered.Author.Name } : post.Author,
            Published = dates ? recovered.Published : post.Published,
            Provenance = provenance.ToImmutable(),
            Generator = recovered.Generator,
            History = [],
        }).Seal(recovered.Integrity!.Sha256);
    }

    private static string RuleOf(QuoteMatchKind kind) => kind switch
    {
        QuoteMatchKind.Equal => "match.equal",
        QuoteMatchKind.Contained => "match.contained",
        QuoteMatchKind.Overlapping => "match.overlapping",
        _ => "match.entities",
    };
}
