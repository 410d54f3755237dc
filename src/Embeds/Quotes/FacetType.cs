namespace Embeds.Quotes;

/// <summary>What a span of a post's text is.</summary>
public enum FacetType
{
    /// <summary>The handle of another account.</summary>
    Mention,

    /// <summary>A link as displayed.</summary>
    Link,

    /// <summary>A <c>#tag</c>.</summary>
    Hashtag,

    /// <summary>A <c>$TICKER</c>.</summary>
    Cashtag,

    /// <summary>A custom emoji of the server.</summary>
    Emoji,

    /// <summary>Bold type.</summary>
    Bold,

    /// <summary>Italic type.</summary>
    Italic,

    /// <summary>Code.</summary>
    Code,

    /// <summary>Struck through.</summary>
    Strike,

    /// <summary>Words that the article's editor put into the quote, such as <c>(Mayor Ledezma)</c> behind a handle.</summary>
    Gloss,
}
