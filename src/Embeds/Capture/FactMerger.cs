using System.Collections.Immutable;
using System.Globalization;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>
/// Merges what several sources say of one post, field by field: the first source that knows a field gives it, and the
/// provenance says which one that was. The address and the id fill what no source says.
/// </summary>
internal static class FactMerger
{
    /// <param name="platform">The post's platform.</param>
    /// <param name="link">Its address; null when unknown.</param>
    /// <param name="sources">What the sources say, the most trusted first; at least one.</param>
    /// <param name="issues">Takes what does not fit together.</param>
    public static MergedFacts Merge(Platform platform, PostLink? link, ReadOnlySpan<PostFacts> sources, ICollection<CaptureIssue> issues)
    {
        var primary = sources[0];
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

        if (link is not null)
            origin["/url"] = new Provenance { Via = Via.Url, Confidence = 100, Evidence = Shorten(link.Seen) };

        var name = First(sources, f => f.Author?.Name, "/author/name");
        var handle = First(sources, f => f.Author?.Handle, "/author/handle");
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

        var url = First(sources, f => f.Author?.Url, "/author/url");
        if (url is null && handle is not null && PlatformQuestion.Ask(() => platform.ProfileOf(handle), link, issues) is { } profile)
        {
            url = profile;
            origin["/author/url"] = new Provenance { Via = Via.Derived, Confidence = 100, Evidence = "/author/handle" };
        }

        return new MergedFacts
        {
            Kind = First(sources, f => f.Kind, "/kind") ?? link?.Kind,
            Author = new Author
            {
                Name = name,
                Handle = handle,
                Url = url,
                Id = First(sources, f => f.Author?.Id, "/author/id"),
                Avatar = First(sources, f => f.Author?.Avatar, "/author/avatar"),
                Verified = First(sources, f => f.Author?.Verified, "/author/verified"),
            },
            Text = First(sources, f => f.Text, "/text"),
            Published = When(platform, link, First(sources, f => f.Published, "/published"), origin, issues),
            EditedAt = First(sources, f => f.EditedAt, "/edited_at"),
            Media = First(sources, f => f.Media.IsEmpty ? (ImmutableArray<Media>?)null : f.Media, "/media") ?? [],
            Card = First(sources, f => f.Card, "/card"),
            Poll = First(sources, f => f.Poll, "/poll"),
            Quoted = First(sources, f => f.Quoted, "/quoted"),
            Thread = First(sources, f => f.Thread, "/thread"),
            Metrics = First(sources, f => f.Metrics, "/metrics"),
            Provenance = origin.ToImmutable(),
        };
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

    private static Provenance Of(PostFacts facts) => new()
    {
        Via = facts.Via,
        Confidence = facts.Confidence,
        Rule = facts.Rule,
        Evidence = facts.Evidence is null ? null : Shorten(facts.Evidence),
    };

    private static string Shorten(string text) => VerbatimText.Shorten(text, 2000);
}
