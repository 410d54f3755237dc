using Embeds.Articles;
using Embeds.Capture.Http;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>An article's own earliest copies in the archive: there, what has become mere words may still be embedded.</summary>
internal sealed class ArticleCopies(SourceAsker asker, ArchiveIndex index)
{
    /// <summary>Each copy costs a whole page, and the archive one of its slow turns.</summary>
    private const int Most = 3;

    // Clocks and time zones differ; a copy of the day before is of the same article.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>Lists an article's earliest copies.</summary>
    /// <param name="addresses">The addresses that the article is known under; the first that has copies gives them.</param>
    /// <param name="published">When it was published; null when unknown.</param>
    /// <param name="issues">Takes what went wrong.</param>
    /// <param name="budget">What the article may still ask.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<ArchivedCopy>> FindAsync(IEnumerable<Uri> addresses, DateTimeOffset? published, ICollection<CaptureIssue> issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            var copies = await index.EarliestAsync(address.AbsoluteUri, published - Slack, Most, issues, budget, cancellationToken).ConfigureAwait(false);
            if (copies is null or { Count: > 0 })
                return copies ?? [];
        }

        return [];
    }

    /// <summary>Fetches a copy.</summary>
    /// <returns>Null where it could not be read; an issue says why.</returns>
    public async Task<Article?> ReadAsync(ArchivedCopy copy, int maxBytes, ICollection<CaptureIssue> issues, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var source = ArchiveIndex.Source("archive.article", copy.Raw, PostSource.Page);
        var (answer, failure) = await asker.AskAsync(ArchiveIndex.Id, source, budget, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            if (failure.Code != FetchFailure.BudgetCode)
                issues.Add(new CaptureIssue { Code = "archive-" + failure.Code, Url = source.Url, Message = failure.Message });
            return null;
        }

        if (!answer!.IsSuccess)
        {
            issues.Add(new CaptureIssue { Code = FormattableString.Invariant($"archive-{answer.Status}"), Url = source.Url, Message = FormattableString.Invariant($"The archive lists a copy of the article and does not give it (HTTP {answer.Status}).") });
            return null;
        }

        try
        {
            return ArticleReader.Read(answer.Text, new ArticleHints { Url = new Uri(copy.View) }, maxBytes);
        }
        catch (ArticleUnreadableException e)
        {
            issues.Add(new CaptureIssue { Code = "archive-" + e.Code, Url = source.Url, Message = $"A copy of the article could not be read: {e.Message}" });
            return null;
        }
    }
}
