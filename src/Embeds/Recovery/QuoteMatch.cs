namespace Embeds.Recovery;

/// <summary>Which candidate recovered words are of, and how well they match.</summary>
/// <param name="Index">The candidate's index.</param>
/// <param name="Kind">In which way they match.</param>
/// <param name="Percent">How much of the longer text is shared.</param>
internal sealed record QuoteMatch(int Index, QuoteMatchKind Kind, int Percent)
{
    /// <summary>Orders matches: by kind, then by what is shared.</summary>
    public int Rank => Percent - ((int)Kind * 1000);
}
