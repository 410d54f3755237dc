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

    /// <summary>The beginning of its id, behind which the post's own id stands.</summary>
    IdPrefix,
}
