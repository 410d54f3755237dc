namespace Embeds.Quotes;

/// <summary>Another post that this one quotes or answers: a reference with a short copy.</summary>
public sealed record PostRef
{
    /// <summary>Its block's key.</summary>
    public string? Key { get; init; }

    /// <summary>Its permalink.</summary>
    public string? Url { get; init; }

    /// <summary>Seal of its block, when there is one.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Who wrote it.</summary>
    public Author? Author { get; init; }

    /// <summary>Its words, as shown inside the other post.</summary>
    public string? Text { get; init; }

    /// <summary>ISO 8601, reduced precision.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Whether it stood at the time.</summary>
    public PostState? State { get; init; }
}
