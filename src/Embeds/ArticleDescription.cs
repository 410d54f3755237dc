namespace Embeds;

/// <summary>What is known of the article itself. Null where the page does not say.</summary>
public sealed record ArticleDescription
{
    /// <summary>The address it was read from, or the base address that the caller gave.</summary>
    public string? Url { get; init; }

    /// <summary>The permalink that the page declares (<c>link rel=canonical</c>, else <c>og:url</c>).</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Its declared language, a BCP 47 tag.</summary>
    public string? Lang { get; init; }

    /// <summary>When it was published, as the page or its feed declares it: ISO 8601 where that is how it is written there.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hex digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>UTC time at which it was read, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? RetrievedAt { get; init; }
}
