using Embeds.Articles;
using Embeds.Capture.Http;
using Embeds.Capture.Network;

namespace Embeds.Capture;

/// <content>Quotes that lost their embed, taken back to their posts by the article's own copies in an archive.</content>
internal sealed partial class ArticleCapture
{
    private async Task<ArticleQuotes> WithLostPostsAsync(ArticleQuotes quotes, Article article, ArticleInquiry inquiry)
    {
        var lost = new LostPosts(quotes, Now());
        if (!inquiry.ReadsCopies || !lost.AreLeft)
            return quotes;
        var issues = new List<CaptureIssue>();
        foreach (var copy in await inquiry.FindCopiesAsync(AddressesOf(article, quotes.Article), issues).ConfigureAwait(false))
        {
            if (await inquiry.ReadCopyAsync(copy, _limits.MaxArticleBytes, issues).ConfigureAwait(false) is { } held)
                Add(lost, copy, held, issues);
            if (!lost.AreLeft)
                break;
        }

        var looks = await inquiry.LookAsync(lost.Found).ConfigureAwait(false);
        issues.AddRange(looks.Issues);
        var assembler = new QuoteAssembler(Context(quotes.Article) with { Looks = looks });
        return quotes with { Blocks = lost.Upgraded(assembler), Issues = [.. quotes.Issues, .. issues] };
    }

    private void Add(LostPosts lost, ArchivedCopy copy, Article article, List<CaptureIssue> issues)
    {
        try
        {
            var page = Find(article);
            lost.Add(copy, page.Findings.Sightings, new QuoteAssembler(Context(page.Description)));
        }
        catch (ArticleUnreadableException e)
        {
            issues.Add(new CaptureIssue { Code = "archive-" + e.Code, Url = copy.View, Message = $"A copy of the article could not be read: {e.Message}" });
        }
    }

    /// <summary>What an archive may know the article under: its address, and what it calls its own. None that means nothing on the public internet.</summary>
    private static IEnumerable<Uri> AddressesOf(Article article, ArticleDescription description) =>
        new[] { article.Copy?.OriginalUrl ?? article.Url, Uri.TryCreate(description.CanonicalUrl, UriKind.Absolute, out var canonical) ? canonical : null }
            .OfType<Uri>()
            .Where(address => AddressGuard.Check(address, allowPrivateNetwork: false) == AddressVerdict.Allowed)
            .Select(address => new Uri(address.GetLeftPart(UriPartial.Query)))
            .Distinct();
}
