namespace Embeds.Recovery;

/// <summary>In which way recovered words match a post, the surest first.</summary>
internal enum QuoteMatchKind
{
    /// <summary>The same words.</summary>
    Equal,

    /// <summary>One is a part of the other.</summary>
    Contained,

    /// <summary>At least four in five words are shared.</summary>
    Overlapping,

    /// <summary>A translation: the same mentions, hashtags, numbers and names.</summary>
    Entities,
}
