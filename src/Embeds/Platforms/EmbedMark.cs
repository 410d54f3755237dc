namespace Embeds.Platforms;

/// <summary>
/// A sign by which a platform's markup is known: an element name, a class or an attribute name. The finder collects the
/// marks of all platforms in one table and asks a platform only about elements that bear one of its own.
/// </summary>
/// <param name="Kind">Where the sign stands.</param>
/// <param name="Name">The name in lower case (class names are compared without case, too).</param>
public readonly record struct EmbedMark(EmbedMarkKind Kind, string Name)
{
    /// <summary>A mark by class.</summary>
    /// <param name="name">The class, such as <c>forum-post</c>.</param>
    public static EmbedMark Class(string name) => new(EmbedMarkKind.Class, name);

    /// <summary>A mark by element name.</summary>
    /// <param name="name">The element's name, such as <c>forum-post</c>.</param>
    public static EmbedMark Element(string name) => new(EmbedMarkKind.Element, name);

    /// <summary>A mark by attribute name.</summary>
    /// <param name="name">The attribute's name, such as <c>data-post-id</c>.</param>
    public static EmbedMark Attribute(string name) => new(EmbedMarkKind.Attribute, name);
}
