namespace Embeds.Quotes;

/// <summary>What an attached medium is.</summary>
public enum MediaType
{
    /// <summary>A picture.</summary>
    Image,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A sound.</summary>
    Audio,

    /// <summary>A silent looping video.</summary>
    Gif,

    /// <summary>A file to read.</summary>
    Document,

    /// <summary>A profile picture.</summary>
    Avatar,
}
