using System.Collections.Immutable;
using System.Globalization;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>
/// Merges what several sources say of one post, field by field: the most trusted source that knows a field gives it, the
/// provenance says which one that was, and what another said instead is kept as evidence. The address and the id fill what no
/// source says.
/// </summary>
internal static class FactMerger
{
    /// <param name="platform">The post's platform.</param>
    /// <param name="link">Its address; null when unknown.</param>
    /// <param name="sources">What the sources say: the article's own markup first, then the network's in the order asked.</param>
    /// <param name="issues">Takes what does not fit together.</param>
    public static MergedFacts Merge(Platform platform, PostLink? link, ReadOnlySpan<PostFacts> sources, ICollection<CaptureIssue> issues)
    {
        var primary = sources[0];
        ReadOnlySpan<PostFacts> trusted = sources.Length == 1 ? sources : sources.ToArray().OrderBy(Distrust).ToArray();
        var origin = ImmutableSortedDictionary.CreateBuilder<string, Provenance>(StringComparer.Ordinal);
        origin[""] = Of(primary);

        T? First<T>(ReadOnlySpan<PostFacts> all, Func<PostFacts, T?> field, string pointer)
        {
            foreach (var facts in all)
            {
                if (field(facts) is not { } value)
                    continue;
                if (!ReferenceEquals(facts, primary))
                    origin[pointer] = Of(facts);
                return value;
            }

            return default;
        }

        string? Word(ReadOnlySpan<PostFacts> all, Func<PostFacts, string?> field, string pointer)
        {
            var word = First(all, field, pointer);
            if (word is not null && field(primary) is { } printed && !string.Equals(word, printed, StringComparison.OrdinalIgnoreCase))
                Contradict(pointer, word, printed, link, origin, issues);
            return word;
        }

        if (link is not null)
            origin["/url"] = new Provenance { Via = Via.Url, Confidence = 100, Evidence = Shorten(link.Seen) };

        var name = Word(trusted, f => f.Author?.Name, "/author/name");
        var handle = Word(trusted, f => f.Author?.Handle, "/author/handle");
        if (handle is null && link?.Handle is { } inAddress)
        {
            handle = inAddress;
            // X and others ignore the handle of an address, so editors' stand-ins and old names survive in it.
            origin["/author/handle"] = new Provenance { Via = Via.Url, Confidence = 90, Evidence = Shorten(link.Seen) };
        }

        // On their own servers people sign without the host that makes a handle whole.
        if (handle is not null && link?.Handle is { } whole && whole.Length > handle.Length && whole[handle.Length] == '@' && whole.StartsWith(handle, StringComparison.OrdinalIgnoreCase))
        {
            handle = whole;
            origin["/author/handle"] = new Provenance { Via = Via.Url, Confidence = 100, Evidence = Shorten(link.Seen) };
        }

        var url = First(trusted, f => f.Author?.Url, "/author/url");
        if (url is null && handle is not null && PlatformQuestion.Ask(() => platform.ProfileOf(handle), link, issues) is { } profile)
        {
            url = profile;
            origin["/author/url"] = new Provenance { Via = Via.Derived, Confidence = 100, Evidence = "/author/handle" };
        }

        var (text, isReworded) = TextMerger.Merge(trusted, primary, link, origin, issues);
        var most = Most(sources);
        return new MergedFacts
        {
            Kind = First(trusted, f => f.Kind, "/kind") ?? link?.Kind,
            Author = new Author
            {
                Name = name,
                Handle = handle,
                Url = url,
                Id = First(trusted, f => f.Author?.Id, "/author/id"),
                Avatar = First(trusted, f => f.Author?.Avatar, "/author/avatar"),
                Verified = First(trusted, f => f.Author?.Verified, "/author/verified"),
            },
            Text = text,
            IsReworded = isReworded,
            Published = When(platform, link, Written(trusted, primary, origin), origin, issues),
            EditedAt = First(trusted, f => f.EditedAt, "/edited_at"),
            Media = First(trusted, f => f.Media.Length == most && most > 0 ? f.Media : (ImmutableArray<Media>?)null, "/media") ?? [],
            // A page's title stands for its post; where the words are known it is no preview of anything.
            Card = First(trusted, f => text is not null && f.Via == Via.Opengraph ? null : f.Card, "/card"),
            Poll = First(trusted, f => f.Poll, "/poll"),
            Quoted = First(trusted, f => f.Quoted, "/quoted"),
            // One that has the words of the post that is answered, or says that it is gone, says more than one that names it.
            Thread = First(trusted, f => f.Thread is { Parent: { Text: not null } or { State: not null } } ? f.Thread : null, "/thread") ?? First(trusted, f => f.Thread, "/thread"),
            Metrics = First(trusted, f => f.Metrics, "/metrics"),
            Provenance = origin.ToImmutable(),
        };
    }

    /// <summary>Structured answers before printed words, and these before copies.</summary>
    private static int Distrust(PostFacts facts) => facts.Via switch
    {
        Via.Api => 0,
        Via.JsonLd => 1,
        Via.Oembed => 2,
        Via.Markup => 3,
        Via.Opengraph => 4,
        Via.Archive => 5,
        _ => 6,
    };

    private static int Most(ReadOnlySpan<PostFacts> sources)
    {
        var most = 0;
        foreach (var facts in sources)
            most = Math.Max(most, facts.Media.Length);
        return most;
    }

    /// <summary>The most exact of the written dates, with the words that the article prints for it.</summary>
    private static Published? Written(ReadOnlySpan<PostFacts> trusted, PostFacts primary, ImmutableSortedDictionary<string, Provenance>.Builder origin)
    {
        PostFacts? best = null;
        foreach (var facts in trusted)
        {
            if (facts.Published is { } published && (best is null || published.At is not null && (best.Published!.At is null || published.Precision < best.Published.Precision)))
                best = facts;
        }

        if (best is null || ReferenceEquals(best, primary))
            return best?.Published;
        origin["/published"] = Of(best);
        return best.Published! with { AsShown = primary.Published?.AsShown ?? best.Published.AsShown };
    }

    private static void Contradict(
        string pointer, string taken, string printed, PostLink? link, ImmutableSortedDictionary<string, Provenance>.Builder origin, ICollection<CaptureIssue> issues)
    {
        origin[pointer] = origin[pointer] with { Evidence = Shorten($"{origin[pointer].Evidence} (the article has: {printed})".TrimStart()) };
        issues.Add(new CaptureIssue
        {
            Code = "author-conflict",
            Severity = "info",
            Url = link?.Permalink,
            Message = $"The article names \"{printed}\", the platform \"{taken}\".",
        });
    }

    /// <summary>
    /// The written date against the time in the id: the more exact one wins, and when they lie more than a day apart both are
    /// kept (the other as evidence) and an issue says so.
    /// </summary>
    private static Published When(
        Platform platform, PostLink? link, Published? written, ImmutableSortedDictionary<string, Provenance>.Builder origin, ICollection<CaptureIssue> issues)
    {
        var fromId = link is null ? null : PlatformQuestion.Ask(() => platform.TimeOf(link), link, issues);
        if (fromId is null)
            return written ?? Published.Unknown;

        var derived = new Provenance { Via = Via.Derived, Confidence = 95, Rule = platform.Id + ".id-time", Evidence = "/native_id" };
        if (written?.At is null)
        {
            origin["/published"] = derived;
            return fromId with { AsShown = written?.AsShown };
        }

        var apart = DaysApart(written.At, fromId.At!);
        if (apart is > 1)
        {
            issues.Add(new CaptureIssue
            {
                Code = "date-conflict",
                Url = link!.Permalink,
                Message = $"The article prints {written.AsShown ?? written.At}, but the post's id was made at {fromId.At}.",
            });
            derived = derived with { Evidence = $"printed: {written.AsShown ?? written.At}" };
        }

        if (written.Precision <= fromId.Precision)
            return written;
        origin["/published"] = derived;
        return fromId with { AsShown = written.AsShown };
    }

    private static int? DaysApart(string a, string b) =>
        DayOf(a) is { } x && DayOf(b) is { } y ? Math.Abs(x.DayNumber - y.DayNumber) : null;

    private static DateOnly? DayOf(string at) =>
        at.Length >= 10 && DateOnly.TryParseExact(at.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static Provenance Of(PostFacts facts) => new()
    {
        Via = facts.Via,
        Confidence = facts.Confidence,
        Rule = facts.Rule,
        Evidence = facts.Evidence is null ? null : Shorten(facts.Evidence),
        At = facts.At,
    };

    private static string Shorten(string text) => VerbatimText.Shorten(text, 2000);
}
