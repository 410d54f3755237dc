namespace Embeds.Quotes;

/// <summary>Where a post stands in a conversation.</summary>
public sealed record PostThread
{
    /// <summary>The post it answers.</summary>
    public PostRef? Parent { get; init; }

    /// <summary>The first post of the conversation.</summary>
    public PostRef? Root { get; init; }

    /// <summary>1-based position in the author's own thread.</summary>
    public int? Position { get; init; }
}
