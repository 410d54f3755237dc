using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds;

/// <summary>Takes a quote that was recovered from words to the post that it quotes.</summary>
public static class QuoteBlockUpgrade
{
    /// <summary>
    /// Looks for the post that a recovered quote quotes among posts that are at hand: those of an older version of the article,
    /// of another page, or of a collection.
    /// </summary>
    /// <remarks>
    /// Words match when they are equal, when one holds the other, or when at least four in five words are shared; case, blanks,
    /// the shape of quotation marks and addresses do not count. A translated quote may also match by its mentions, hashtags,
    /// numbers and names. A post of another platform, account or day than the quote says is never taken. Nothing is fetched.
    /// </remarks>
    /// <param name="recovered">A sealed block whose <see cref="QuoteBlock.Recovery"/> is set.</param>
    /// <param name="posts">Blocks of posts. Recovered ones among them are passed over.</param>
    /// <param name="via">How the posts were had, for the new block's provenance.</param>
    /// <param name="clock">Dates the new block; null takes the system's clock.</param>
    /// <returns>
    /// A new sealed block: the post's facts, the recovered quote's place in the article, and
    /// <see cref="Integrity.Previous"/> naming the recovered block. Null where no post fits, or several do equally well: then
    /// the recovered block stays what there is.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="recovered"/> is not a recovered quote, or not sealed.</exception>
    /// <example>
    /// <code>
    /// ArticleQuotes older = archiver.Read(File.ReadAllBytes("story-2017.html"));
    /// QuoteBlock durable = recovered.UpgradeFrom(older.Blocks) ?? recovered;
    /// </code>
    /// </example>
    public static QuoteBlock? UpgradeFrom(this QuoteBlock recovered, IEnumerable<QuoteBlock> posts, Via via = Via.Archive, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(recovered);
        ArgumentNullException.ThrowIfNull(posts);
        if (recovered.Recovery is null)
            throw new ArgumentException("The block was read from markup, so its post is known: upgrade only blocks whose Recovery is set.", nameof(recovered));
        if (recovered.Integrity is null)
            throw new ArgumentException("Seal the block first: the new one names its seal.", nameof(recovered));
        return QuoteUpgrade.Of(recovered, posts, via, UtcTime.Format((clock ?? TimeProvider.System).GetUtcNow()));
    }
}
