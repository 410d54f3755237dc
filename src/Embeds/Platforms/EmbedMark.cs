using AngleSharp.Dom;

namespace Embeds.Platforms;

/// <summary>
/// A sign by which a platform's markup is known: an element name, a class, an attribute name or the beginning of an id. The
/// finder collects the marks of all platforms in one table and asks a platform only about elements that bear one of its own.
/// Any element may bear one, a <c>script</c> as well.
/// </summary>
/// <param name="Kind">Where the sign stands.</param>
/// <param name="Name">The name in lower case (class names are compared without case, too); the beginning of an id as it is written.</param>
public readonly record struct EmbedMark(EmbedMarkKind Kind, string Name)
{
    /// <summary>The value that an attribute has to have, compared without case; null for any.</summary>
    public string? Value { get; init; }

    /// <summary>A mark by class.</summary>
    /// <param name="name">The class, such as <c>forum-post</c>.</param>
    public static EmbedMark Class(string name) => new(EmbedMarkKind.Class, name);

    /// <summary>A mark by element name.</summary>
    /// <param name="name">The element's name, such as <c>forum-post</c>.</param>
    public static EmbedMark Element(string name) => new(EmbedMarkKind.Element, name);

    /// <summary>A mark by attribute name.</summary>
    /// <param name="name">The attribute's name, such as <c>data-post-id</c>.</param>
    public static EmbedMark Attribute(string name) => new(EmbedMarkKind.Attribute, name);

    /// <summary>A mark by an attribute's name and value.</summary>
    /// <param name="name">The attribute's name, such as <c>data-part</c>.</param>
    /// <param name="value">Its value, such as <c>post</c>.</param>
    public static EmbedMark Attribute(string name, string value) => new(EmbedMarkKind.Attribute, name) { Value = value };

    /// <summary>A mark by the beginning of the element's id.</summary>
    /// <param name="prefix">The beginning, such as <c>forum_post_</c>.</param>
    public static EmbedMark IdPrefix(string prefix) => new(EmbedMarkKind.IdPrefix, prefix);

    /// <summary>Whether an element bears this sign.</summary>
    internal bool IsOn(IElement element) => Kind switch
    {
        EmbedMarkKind.Class => element.ClassList.Contains(Name),
        EmbedMarkKind.Element => element.LocalName == Name,
        EmbedMarkKind.Attribute => element.HasAttribute(Name),
        _ => element.Id?.StartsWith(Name, StringComparison.Ordinal) == true,
    };
}
