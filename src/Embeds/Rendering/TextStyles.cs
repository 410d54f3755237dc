namespace Embeds.Rendering;

/// <summary>The type in which a stretch of a post is set.</summary>
[Flags]
internal enum TextStyles
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
}
