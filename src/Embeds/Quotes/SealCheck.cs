namespace Embeds.Quotes;

/// <summary>What <see cref="QuoteBlock.Verify"/> found.</summary>
public enum SealCheck
{
    /// <summary>The block is as it was when it was sealed, and its history is whole.</summary>
    Intact,

    /// <summary>The block was never sealed.</summary>
    NotSealed,

    /// <summary>The block is not what was sealed.</summary>
    ContentChanged,

    /// <summary>An entry of the history was changed, removed, added or moved.</summary>
    HistoryChanged,
}
