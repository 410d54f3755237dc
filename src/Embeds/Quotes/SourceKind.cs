namespace Embeds.Quotes;

/// <summary>Where a block was captured.</summary>
public enum SourceKind
{
    /// <summary>In an article that quotes the post.</summary>
    Article,

    /// <summary>From the post's own address.</summary>
    Url,

    /// <summary>By hand.</summary>
    Manual,
}
