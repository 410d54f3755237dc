namespace Embeds.Platforms;

/// <summary>Where the sign of an <see cref="EmbedMark"/> stands.</summary>
public enum EmbedMarkKind
{
    /// <summary>One of the element's classes.</summary>
    Class,

    /// <summary>The element's name.</summary>
    Element,

    /// <summary>The name of one of its attributes.</summary>
    Attribute,
}
