using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Embeds.Platforms;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>
/// Looks for copies of a post in the Wayback Machine: its index (CDX), else the list of its copies (a Memento TimeMap, RFC 7089). Reads
/// the one nearest to the article's publication where nothing else has the post's words.
/// </summary>
internal sealed partial class ArchiveAsker(SourceAsker asker)
{
    /// <summary>The archive's name for <see cref="NetworkOptions.Endpoints"/>.</summary>
    public const string Id = "archive";

    private const string Host = "web.archive.org";
    private const int MaxSpellings = 3;
    private const int MaxVersions = 5;

    /// <param name="platform">The post's platform.</param>
    /// <param name="link">The post.</param>
    /// <param name="look">What its own sources said.</param>
    /// <param name="lacksWords">Whether nobody has the post's words yet.</param>
    /// <param name="around">When the article was published.</param>
    /// <param name="budget">What the article may still ask.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<PostLook> LookAsync(Platform platform, PostLink link, PostLook look, bool lacksWords, DateTimeOffset around, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var issues = look.Issues.ToBuilder();
        var copies = await CopiesAsync(platform, link, around, issues, budget, cancellationToken).ConfigureAwait(false);
        if (copies.Count == 0)
            return look with { Issues = issues.ToImmutable() };
        var facts = lacksWords ? await ReadAsync(platform, link, copies[0], issues, budget, cancellationToken).ConfigureAwait(false) : null;
        return look with
        {
            Facts = facts is null ? look.Facts : look.Facts.Add(facts),
            Versions = [.. copies.Take(MaxVersions).Select((copy, i) => copy.ToVersion(isVerified: i == 0 && facts?.Text is not null ? true : null))],
            Issues = issues.ToImmutable(),
        };
    }

    private async Task<List<Copy>> CopiesAsync(
        Platform platform, PostLink link, DateTimeOffset around, ImmutableArray<CaptureIssue>.Builder issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        foreach (var address in platform.ArchivedUnder(link).Take(MaxSpellings))
        {
            foreach (var source in (PostSource[])[Index(address, around), TimeMap(address)])
            {
                var (answer, failure) = await asker.AskAsync(Id, source, budget, cancellationToken).ConfigureAwait(false);
                if (answer is null)
                {
                    issues.Add(new CaptureIssue { Code = "archive-" + failure!.Code, Url = source.Url, Message = failure.Message });
                    continue;
                }

                var copies = source.Rule == "archive.cdx" ? Rows(answer.Json) : Links(answer);
                var found = copies.DistinctBy(copy => copy.Stamp, StringComparer.Ordinal).OrderBy(copy => (copy.At - around).Duration()).ToList();
                if (found.Count > 0)
                    return found;
                if (answer.IsSuccess)
                    break;
                if (answer.Status == 404)
                    continue;
                // Withheld by the archive is not the same as not there.
                issues.Add(new CaptureIssue { Code = FormattableString.Invariant($"archive-{answer.Status}"), Url = source.Url, Message = FormattableString.Invariant($"The archive does not say whether it has copies of this post (HTTP {answer.Status}).") });
                return [];
            }
        }

        return [];
    }

    private async Task<PostFacts?> ReadAsync(
        Platform platform, PostLink link, Copy copy, ImmutableArray<CaptureIssue>.Builder issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var source = Source("archive.copy", $"https://{Host}/web/{copy.Stamp}id_/{copy.Original}", PostSource.Page);
        var (answer, failure) = await asker.AskAsync(Id, source, budget, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
            issues.Add(new CaptureIssue { Code = "archive-" + failure.Code, Url = source.Url, Message = failure.Message });
        if (answer is not { IsSuccess: true } || AccessWall.In(answer) is not null)
            return null;
        try
        {
            // Copies of later years are often an empty shell: without the post's own id nothing is believed.
            if (!answer.Text.Contains(link.NativeId[(link.NativeId.LastIndexOf('/') + 1)..], StringComparison.Ordinal))
                return null;
            var facts = platform.ReadArchived(link, answer);
            return facts is null ? null : facts with { Via = Via.Archive, Rule = source.Rule, Confidence = Math.Min(facts.Confidence, 90), Evidence = copy.View, At = answer.At, Metrics = facts.Metrics is { } counts ? counts with { At = UtcTime.Format(copy.At) } : null };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            issues.Add(new CaptureIssue { Code = "reader-failed", Url = source.Url, Message = $"An archived copy could not be read: {e.Message}" });
            return null;
        }
    }

    private static PostSource Index(string address, DateTimeOffset around) => Source(
        "archive.cdx",
        $"https://{Host}/cdx/search/cdx?url={address.Escaped()}&output=json&fl=timestamp,original,statuscode,mimetype,digest&filter=statuscode:200&collapse=digest&closest={Stamp(around)}&sort=closest&limit=20");

    private static PostSource TimeMap(string address) => Source("archive.timemap", $"https://{Host}/web/timemap/link/{address}", "application/link-format");

    private static PostSource Source(string rule, string url, string accept = PostSource.Json) => new()
    {
        Rule = rule,
        Via = Via.Archive,
        Url = url,
        Gives = PostFields.None,
        Accept = accept,
        Read = _ => null, // read here: it is about copies, not about the post
    };

    /// <summary>The index as rows, of which the first names the columns.</summary>
    private static IEnumerable<Copy> Rows(JsonElement table)
    {
        var names = table.Item(0).Items().Select(name => name.Text()).ToList();
        var (time, original) = (names.IndexOf("timestamp"), names.IndexOf("original"));
        if (time < 0 || original < 0)
            yield break;
        foreach (var row in table.Items().Skip(1))
        {
            if (Copy.Of(row.Item(time).Text(), row.Item(original).Text()) is { } copy)
                yield return copy;
        }
    }

    /// <summary>The copies of a TimeMap: <c>&lt;https://web.archive.org/web/2017…/https://…&gt;; rel="memento"; datetime="…"</c>.</summary>
    private static IEnumerable<Copy> Links(SourceAnswer answer) => answer.IsSuccess
        ? Memento.Matches(answer.Text).Take(1000).Select(m => Copy.Of(m.Groups["stamp"].Value, m.Groups["url"].Value)).OfType<Copy>()
        : [];

    [GeneratedRegex(@"<https?://[^/>]+/web/(?<stamp>\d{14})[a-z_]*/(?<url>https?:[^>\s]+)>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Memento { get; }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>One copy: when, and of which address.</summary>
    private sealed record Copy(string Stamp, DateTimeOffset At, string Original)
    {
        public string View => $"https://{Host}/web/{Stamp}/{Original}";

        public static Copy? Of(string? stamp, string? original) =>
            WebAddress.Storable(original) is { } address
            && DateTimeOffset.TryParseExact(stamp, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new Copy(stamp!, at, address)
                : null;

        public ArchivedVersion ToVersion(bool? isVerified) => new() { Url = View, At = UtcTime.Format(At), Archive = Host, Verified = isVerified };
    }
}
