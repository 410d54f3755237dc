namespace Embeds.Quotes;

/// <summary>By which way a value came into a block.</summary>
public enum Via
{
    /// <summary>The article's own markup of the embed.</summary>
    Markup,

    /// <summary>The platform's oEmbed answer.</summary>
    Oembed,

    /// <summary>The platform's API.</summary>
    Api,

    /// <summary>JSON-LD or other structured data of the page.</summary>
    JsonLd,

    /// <summary>OpenGraph tags of the post's page.</summary>
    Opengraph,

    /// <summary>An archived copy.</summary>
    Archive,

    /// <summary>The post's address.</summary>
    Url,

    /// <summary>Computed from another value, such as the time in an id.</summary>
    Derived,

    /// <summary>Found in text that lost its embed.</summary>
    Recovered,

    /// <summary>Entered by a person.</summary>
    Manual,
}
