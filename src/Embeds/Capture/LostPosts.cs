using System.Collections.Immutable;
using Embeds.Capture.Network;
using Embeds.Detection;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Capture;

/// <summary>The posts behind an article's recovered quotes: looked for among the embeds of its own copies, each of which may add some.</summary>
/// <param name="quotes">The article as it is now.</param>
/// <param name="capturedAt">UTC time of the capture.</param>
internal sealed class LostPosts(ArticleQuotes quotes, string capturedAt)
{
    /// <summary>Each quote is compared with each post, so that copies made of thousands must not cost their product.</summary>
    private const int MostPosts = 200;

    private readonly List<QuoteBlock> _lost = [.. quotes.Blocks.Where(b => b.Recovery is not null && b.Text.Value.Length > 0)];
    private readonly HashSet<string> _shown = [.. quotes.Blocks.Where(b => b.Recovery is null).Select(b => b.Key)];
    private readonly Dictionary<string, (EmbedSighting Sighting, ArchivedCopy Copy)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<QuoteBlock, QuoteBlock> _found = new(ReferenceEqualityComparer.Instance);
    private readonly List<QuoteBlock> _posts = [];

    public bool AreLeft => _lost.Count > _found.Count;

    /// <summary>The embeds whose posts are quoted.</summary>
    public IReadOnlyList<EmbedSighting> Found => [.. _found.Values.Select(block => block.Key).Distinct(StringComparer.Ordinal).Select(key => _seen[key].Sighting)];

    /// <summary>Takes the embeds of a copy to the quotes that are left.</summary>
    /// <remarks>The posts of all copies so far are compared together: of two that fit equally well, one is no find because a later copy lacks the other.</remarks>
    public void Add(ArchivedCopy copy, IEnumerable<EmbedSighting> embeds, QuoteAssembler assembler)
    {
        foreach (var embed in embeds.Where(e => e.Facts.Text is not null && e.Link is not null).Take(MostPosts - _posts.Count))
        {
            if (assembler.TryAssemble(embed) is { } post && !_shown.Contains(post.Key) && _seen.TryAdd(post.Key, (embed, copy)))
                _posts.Add(Kept(post, copy));
        }

        foreach (var quote in _lost.Where(quote => !_found.ContainsKey(quote)))
        {
            if (QuoteUpgrade.Of(quote, _posts, Via.Archive, capturedAt) is { } post)
                _found.Add(quote, post);
        }
    }

    /// <summary>The article's blocks with those of the posts in the place of their quotes.</summary>
    /// <param name="assembler">Makes a post's block anew, with what was learned of it since.</param>
    public ImmutableArray<QuoteBlock> Upgraded(QuoteAssembler assembler) =>
        _found.Count == 0 ? quotes.Blocks : [.. quotes.Blocks.Select(block => _found.TryGetValue(block, out var post) ? WithLooks(block, post, assembler) : block)];

    private QuoteBlock WithLooks(QuoteBlock quote, QuoteBlock found, QuoteAssembler assembler)
    {
        var (sighting, copy) = _seen[found.Key];
        // What the platform says now may be other words; then what the copy held stays what there is.
        var upgraded = assembler.TryAssemble(sighting) is { } post && QuoteUpgrade.Of(quote, [Kept(post, copy)], Via.Archive, capturedAt) is { } now ? now : found;
        return assembler.WithLooks(upgraded, sighting.Link);
    }

    /// <summary>The copy shows the post, so it is a version of it.</summary>
    private static QuoteBlock Kept(QuoteBlock post, ArchivedCopy copy) => post with
    {
        Versions = post.Versions.Insert(0, copy.ToVersion(isVerified: true)),
        Provenance = post.Provenance.SetItem("/versions/0", new Provenance { Via = Via.Archive, Confidence = 100, Rule = "archive.article", Evidence = copy.View }),
    };
}
