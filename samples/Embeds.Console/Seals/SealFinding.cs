using Embeds.Quotes;

namespace Embeds.Cli.Seals;

/// <summary>What a look at one block found.</summary>
/// <param name="Key">The block's key; null where it could not be read.</param>
/// <param name="Fault">What is wrong, in one sentence; null when the block is as it was sealed.</param>
internal sealed record SealFinding(string? Key, string? Fault)
{
    public static SealFinding Of(QuoteBlock block) => new(block.Key, block.Verify() switch
    {
        SealCheck.Intact => null,
        SealCheck.NotSealed => "The block has no seal.",
        SealCheck.HistoryChanged => "Its history was changed after it was written.",
        _ => "It is not what was sealed.",
    });

    public static SealFinding Damaged(string fault, string? key = null) => new(key, fault);
}
