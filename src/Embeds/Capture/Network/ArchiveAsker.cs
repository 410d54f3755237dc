using System.Collections.Immutable;
using Embeds.Capture.Http;
using Embeds.Platforms;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>Looks for copies of a post in the archive, and reads the one nearest to the article's publication where nothing else has the post's words.</summary>
internal sealed class ArchiveAsker(SourceAsker asker, ArchiveIndex index)
{
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

    private async Task<IReadOnlyList<ArchivedCopy>> CopiesAsync(
        Platform platform, PostLink link, DateTimeOffset around, ICollection<CaptureIssue> issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        foreach (var address in platform.ArchivedUnder(link).Take(MaxSpellings))
        {
            var copies = await index.NearestAsync(address, around, issues, budget, cancellationToken).ConfigureAwait(false);
            if (copies is null or { Count: > 0 })
                return copies ?? [];
        }

        return [];
    }

    private async Task<PostFacts?> ReadAsync(
        Platform platform, PostLink link, ArchivedCopy copy, ImmutableArray<CaptureIssue>.Builder issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var source = ArchiveIndex.Source("archive.copy", copy.Raw, PostSource.Page);
        var (answer, failure) = await asker.AskAsync(ArchiveIndex.Id, source, budget, cancellationToken).ConfigureAwait(false);
        if (failure is not null && failure.Code != FetchFailure.BudgetCode)
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
}
