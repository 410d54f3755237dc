namespace Embeds.Quotes;

/// <summary>How a post's state was observed.</summary>
public enum ObservationMethod
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The platform's oEmbed endpoint.</summary>
    Oembed,

    /// <summary>The platform's API.</summary>
    Api,

    /// <summary>The post's own page.</summary>
    Http,

    /// <summary>A person looked.</summary>
    Manual,
}
