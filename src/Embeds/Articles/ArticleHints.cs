namespace Embeds.Articles;

/// <summary>What came with an article beside its bytes. Hints, not facts: the content decides where it can.</summary>
internal sealed record ArticleHints
{
    public static ArticleHints None { get; } = new();

    /// <summary>The article's address.</summary>
    public Uri? Url { get; init; }

    /// <summary>The charset of the HTTP header.</summary>
    public string? Charset { get; init; }

    /// <summary>A file name, of which only the ending is looked at.</summary>
    public string? Name { get; init; }

    public DateTimeOffset? RetrievedAt { get; init; }
}
