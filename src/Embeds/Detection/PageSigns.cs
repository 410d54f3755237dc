namespace Embeds.Detection;

/// <summary>What the tags of a page promise to a walk over its tree. A sign too many costs time; one that is missing would lose a post.</summary>
[Flags]
internal enum PageSigns
{
    /// <summary>The page carries no post: there is nothing to walk for.</summary>
    None = 0,

    /// <summary>An element bears a carrier's mark, or is a frame, a player, a component of a platform's name, or a block of ours.</summary>
    Mark = 1,

    /// <summary>A post's permalink stands in an attribute or in the text.</summary>
    Permalink = 2,

    /// <summary>Markup is kept back in an attribute, a text area or a template script.</summary>
    Hidden = 4,

    /// <summary>A script holds data that names a post.</summary>
    Payload = 8,

    /// <summary>A CMS's code is left in the text.</summary>
    Code = 16,

    /// <summary>For markup that was not scanned.</summary>
    All = Mark | Permalink | Hidden | Payload | Code,
}
