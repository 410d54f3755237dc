using System.Collections.Immutable;
using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Finds the posts that an article quotes in its words alone, where their embeds are gone. Every find says how sure it is and
/// why; nothing is made up. Safe for concurrent use.
/// </summary>
internal sealed class QuoteRecoverer
{
    private readonly Lexicon _lexicon;
    private readonly Func<string, PermalinkFacts?> _permalink;

    /// <param name="permalink">Tells whether an address is a post's; null knows none, so that no address is taken for one.</param>
    /// <param name="lexicon">The words that cue; null for those of the language files.</param>
    public QuoteRecoverer(Func<string, PermalinkFacts?>? permalink = null, Lexicon? lexicon = null)
    {
        _permalink = permalink ?? (static _ => null);
        _lexicon = lexicon ?? Lexicon.Default;
    }

    /// <summary>The quotes in order of their place in the text; they do not overlap.</summary>
    public ImmutableArray<RecoveredQuote> Recover(ArticleText article, CancellationToken cancellationToken)
    {
        var reading = new Reading(article, _lexicon, _permalink, cancellationToken);
        if (!reading.MayHoldQuotes)
            return [];
        WidgetForm.Find(reading);
        SoundForm.Find(reading);
        SignedForm.Find(reading);
        CardForm.Find(reading);
        TitleForm.Find(reading);
        PlaceholderForm.Find(reading);
        AttributedForm.Find(reading);
        BareLinkForm.Find(reading);
        CuedBlockForm.Find(reading);
        ReactionListForm.Find(reading);
        InlineQuoteForm.Find(reading);
        return [.. QuoteAssembly.Of(reading)];
    }
}
