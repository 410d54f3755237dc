namespace Embeds.Quotes;

/// <summary>Whether a post still stands, as far as one look can tell.</summary>
public enum PostState
{
    /// <summary>It was there.</summary>
    Live,

    /// <summary>The platform says that it was deleted.</summary>
    Deleted,

    /// <summary>Only its author's followers can see it.</summary>
    Protected,

    /// <summary>Its author's account is suspended.</summary>
    Suspended,

    /// <summary>It is withheld in some place.</summary>
    Withheld,

    /// <summary>It stands, in another wording.</summary>
    Edited,

    /// <summary>Not found; nothing says why.</summary>
    Gone,

    /// <summary>The platform did not answer, or only with a wall.</summary>
    Unreachable,

    /// <summary>Nobody looked.</summary>
    Unknown,
}
