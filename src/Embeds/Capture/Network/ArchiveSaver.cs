using Embeds.Capture.Http;
using Embeds.Platforms;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>
/// Asks the archive to keep a post now ("Save Page Now" of the Wayback Machine, without an account). That makes the post public for
/// good, so only what stands and everybody may see is given to it.
/// </summary>
internal sealed class ArchiveSaver(SourceAsker asker, double perSecond, TimeProvider timer)
{
    /// <summary>Who has no account may ask for 15 pages a minute.</summary>
    public const double PerSecond = 0.25;

    /// <summary>How many posts of one article are given to the archive.</summary>
    public const int MostPerArticle = 10;

    private readonly Pace _pace = new(perSecond, timer);

    /// <summary>Whether a post is to be saved: it stands, and no copy of it is known.</summary>
    public static bool Wants(PostLook look) => look.Status.State is PostState.Live or PostState.Edited && look.Versions.IsEmpty;

    /// <returns>What was known of the post, with its new copy, or with an issue that says why there is none.</returns>
    public async Task<PostLook> SaveAsync(PostLink link, PostLook look, NetworkBudget budget, CancellationToken cancellationToken)
    {
        if (_pace.Take() is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, timer, cancellationToken).ConfigureAwait(false);
        var source = ArchiveIndex.Source("archive.save", $"https://{ArchiveIndex.Host}/save/{link.Permalink}", PostSource.Page) with { IsOnce = true };
        var (answer, failure) = await asker.AskAsync(ArchiveIndex.Id, source, budget, cancellationToken).ConfigureAwait(false);
        if (failure is { Code: FetchFailure.BudgetCode })
            return look;
        if (failure is not null)
            return With(look, failure.Code, source.Url, $"The archive was asked to save the post, and it is not known whether it did: {failure.Message}");
        if (!answer!.IsSuccess)
            return With(look, FormattableString.Invariant($"http-{answer.Status}"), source.Url, FormattableString.Invariant($"The archive did not save the post (HTTP {answer.Status})."));
        return CopyIn(answer, link) is { } copy
            ? look with { Versions = look.Versions.Add(copy.ToVersion(isVerified: null)) }
            : With(look, "unconfirmed", source.Url, "The archive took the request to save the post, and names no copy of it.");
    }

    /// <summary>What is known of a post that is one too many.</summary>
    public static PostLook Refuse(PostLink link, PostLook look) =>
        With(look, "too-many", link.Permalink, FormattableString.Invariant($"Only {MostPerArticle} posts of an article are given to the archive; this is one more."));

    /// <summary>The copy to which the archive leads, or which it names; a sign-in page that it was led to itself is none.</summary>
    private static ArchivedCopy? CopyIn(SourceAnswer answer, PostLink link)
    {
        var copy = ArchiveIndex.CopyAt(answer.Address) ?? (answer.ContentLocation is { } named ? ArchiveIndex.CopyAt(new Uri(answer.Address, named)) : null);
        return copy?.Original.Contains(link.NativeId[(link.NativeId.LastIndexOf('/') + 1)..], StringComparison.Ordinal) == true ? copy : null;
    }

    private static PostLook With(PostLook look, string code, string url, string message) =>
        look with { Issues = look.Issues.Add(new CaptureIssue { Code = "save-" + code, Url = url, Message = message }) };
}
