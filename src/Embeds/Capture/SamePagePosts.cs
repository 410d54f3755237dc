using System.Collections.Immutable;
using Embeds.Detection;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Capture;

/// <summary>
/// What else a page knows of the posts that its words quote: embeds of the article, and posts beside it, such as in a list of
/// latest posts or in the page's data.
/// </summary>
internal sealed class SamePagePosts(ImmutableArray<EmbedSighting> all, IReadOnlyCollection<EmbedSighting> shown, QuoteAssembler assembler, string capturedAt)
{
    /// <summary>Each quote is compared with each post, so a page made of thousands of both must not cost their product.</summary>
    private const int MostPosts = 200;

    private readonly Lazy<List<FoldedWords>> _shownTexts = new(() => [.. shown.Select(s => s.Facts.Text?.Value).OfType<string>().Take(MostPosts).Select(words => new FoldedWords(words))]);

    private readonly Lazy<List<QuoteBlock>> _others = new(() =>
        [.. all.Where(s => s.Facts.Text is not null && s.Link is not null).Except(shown).Take(MostPosts).Select(assembler.TryAssemble).OfType<QuoteBlock>()]);

    /// <summary>Whether a sentence quotes a part of a post that the article shows as an embed, too: that is one post, not two.</summary>
    public bool Shows(RecoveredQuote quote)
    {
        if (!string.Equals(quote.Rule, Rule.Inline.Id, StringComparison.Ordinal))
            return false;
        var words = new FoldedWords(quote.Words);
        return _shownTexts.Value.Exists(shown => QuoteMatcher.IsPart(words, shown));
    }

    /// <summary>The block of the post itself where the page holds it, else the recovered one.</summary>
    public QuoteBlock Upgraded(QuoteBlock recovered) =>
        recovered.Text.Value.Length == 0 ? recovered : QuoteUpgrade.Of(recovered, _others.Value, Via.Markup, capturedAt) ?? recovered;
}
