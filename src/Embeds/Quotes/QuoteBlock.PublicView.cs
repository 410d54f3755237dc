using System.Collections.Immutable;

namespace Embeds.Quotes;

public sealed partial record QuoteBlock
{
    /// <summary>
    /// The block for publication: without evidence, notes and history, sealed anew, with <see cref="Integrity.Previous"/> naming
    /// the full block. Evidence may hold what was not meant to be published: other sources' wordings, addresses asked, notes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The block was never sealed.</exception>
    public QuoteBlock ToPublicView()
    {
        if (Integrity is null)
            throw new InvalidOperationException("Seal the block first: its public view names its seal.");
        return WithoutEvidence().Seal(Integrity.Sha256);
    }

    /// <summary>As <see cref="ToPublicView"/> for a sealed block that this library made or verified, without reading it back.</summary>
    internal QuoteBlock ToPublicViewAsMade() => WithoutEvidence().SealAsMade(Integrity!.Sha256); // a sealed block has it

    private QuoteBlock WithoutEvidence() =>
        this with
        {
            Status = Status with { Evidence = null, EvidenceSha256 = null },
            Provenance = Provenance.ToImmutableSortedDictionary(p => p.Key, p => p.Value with { Evidence = null, EvidenceSha256 = null }, StringComparer.Ordinal),
            Recovery = Recovery is null ? null : Recovery with { Evidence = [] },
            History = [],
        };
}
