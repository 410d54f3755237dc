using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Embeds.Capture.Http;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>
/// Finds the copies of an address in the Wayback Machine: its index (CDX), else the list of its copies (a Memento TimeMap), else
/// the one copy nearest to a time (a Memento TimeGate; both RFC 7089).
/// </summary>
internal sealed partial class ArchiveIndex(SourceAsker asker)
{
    /// <summary>The archive's name for <see cref="NetworkOptions.Endpoints"/>.</summary>
    public const string Id = "archive";

    public const string Host = "web.archive.org";

    private const string IndexRule = "archive.cdx";
    private const string TimeMapRule = "archive.timemap";
    private const string TimeGateRule = "archive.timegate";

    /// <summary>The copies of an address, the nearest to a time first.</summary>
    /// <returns>Null where the archive refuses to say whether it has any.</returns>
    public async Task<IReadOnlyList<ArchivedCopy>?> NearestAsync(string address, DateTimeOffset around, ICollection<CaptureIssue> issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var found = await FindAsync(address, $"&filter=statuscode:200&collapse=digest&closest={ArchivedCopy.StampOf(around)}&sort=closest&limit=20", around, issues, budget, cancellationToken).ConfigureAwait(false);
        return found is null ? null : [.. found.OrderBy(copy => (copy.At - around).Duration())];
    }

    /// <summary>The first copies of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="from">The time before which no copy is wanted; null takes the very first.</param>
    /// <param name="most">How many.</param>
    /// <param name="issues">Takes why they were not found.</param>
    /// <param name="budget">What the article may still ask.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where the archive refuses to say whether it has any.</returns>
    public async Task<IReadOnlyList<ArchivedCopy>?> EarliestAsync(string address, DateTimeOffset? from, int most, ICollection<CaptureIssue> issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var after = from is { } start ? "&from=" + ArchivedCopy.StampOf(start) : "";
        var found = await FindAsync(address, FormattableString.Invariant($"&filter=statuscode:200&collapse=digest{after}&limit={most}"), from ?? DateTimeOffset.UnixEpoch, issues, budget, cancellationToken).ConfigureAwait(false);
        return found is null ? null : [.. found.Where(copy => from is null || copy.At >= from).OrderBy(copy => copy.At).Take(most)];
    }

    /// <summary>A source of the archive, whose answer is about copies and not about the post.</summary>
    public static PostSource Source(string rule, string url, string accept = PostSource.Json) => new()
    {
        Rule = rule,
        Via = Via.Archive,
        Url = url,
        Gives = PostFields.None,
        Accept = accept,
        Read = _ => null,
    };

    private async Task<IEnumerable<ArchivedCopy>?> FindAsync(string address, string query, DateTimeOffset around, ICollection<CaptureIssue> issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        foreach (var way in (PostSource[])[Index(address, query), TimeMap(address), TimeGate(address, around)])
        {
            var (answer, failure) = await asker.AskAsync(Id, way, budget, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                if (failure.Code != FetchFailure.BudgetCode)
                    issues.Add(new CaptureIssue { Code = "archive-" + failure.Code, Url = way.Url, Message = failure.Message });
                continue;
            }

            if (answer!.IsSuccess)
                return CopiesIn(answer).DistinctBy(copy => copy.Stamp, StringComparer.Ordinal);
            // Not found is "no copy" to Memento; to the index it means that there is no index.
            if (answer.Status == 404 && way.Rule == IndexRule)
                continue;
            if (answer.Status == 404)
                return [];
            // Withheld by the archive is not the same as not there.
            issues.Add(new CaptureIssue { Code = FormattableString.Invariant($"archive-{answer.Status}"), Url = way.Url, Message = FormattableString.Invariant($"The archive does not say whether it has copies of this address (HTTP {answer.Status}).") });
            return null;
        }

        return [];
    }

    private static PostSource Index(string address, string query) =>
        Source(IndexRule, $"https://{Host}/cdx/search/cdx?url={address.Escaped()}&output=json&fl=timestamp,original,statuscode,mimetype,digest{query}");

    private static PostSource TimeMap(string address) => Source(TimeMapRule, $"https://{Host}/web/timemap/link/{address}", "application/link-format");

    private static PostSource TimeGate(string address, DateTimeOffset around) => Source(TimeGateRule, $"https://{Host}/web/{address}", PostSource.Page) with { Around = around };

    private static IEnumerable<ArchivedCopy> CopiesIn(SourceAnswer answer) => answer.Source.Rule switch
    {
        IndexRule => Rows(answer.Json),
        TimeMapRule => Links(answer.Text),
        _ => CopyAt(answer.Address) is { } copy ? [copy] : [],
    };

    /// <summary>The index as rows, of which the first names the columns.</summary>
    private static IEnumerable<ArchivedCopy> Rows(JsonElement table)
    {
        var names = table.Item(0).Items().Select(name => name.Text()).ToList();
        var (time, original) = (names.IndexOf("timestamp"), names.IndexOf("original"));
        if (time < 0 || original < 0)
            yield break;
        foreach (var row in table.Items().Skip(1))
        {
            if (ArchivedCopy.Of(row.Item(time).Text(), row.Item(original).Text()) is { } copy)
                yield return copy;
        }
    }

    /// <summary>The copies of a TimeMap: <c>&lt;https://web.archive.org/web/2017…/https://…&gt;; rel="memento"; datetime="…"</c>.</summary>
    private static IEnumerable<ArchivedCopy> Links(string timeMap) =>
        Memento.Matches(timeMap).Take(1000).Select(m => ArchivedCopy.Of(m.Groups["stamp"].Value, m.Groups["url"].Value)).OfType<ArchivedCopy>();

    /// <summary>The copy that an address of the archive, or of a mirror of it, is; null where it is none.</summary>
    public static ArchivedCopy? CopyAt(Uri address) =>
        Place.Match(address.AbsoluteUri) is { Success: true } place ? ArchivedCopy.Of(place.Groups["stamp"].Value, place.Groups["url"].Value) : null;

    [GeneratedRegex(@"<https?://[^/>]+/web/(?<stamp>\d{14})[a-z_]*/(?<url>https?:[^>\s]+)>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Memento { get; }

    [GeneratedRegex(@"/web/(?<stamp>\d{14})[a-z_]*/(?<url>https?:\S+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place { get; }
}
