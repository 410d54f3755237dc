namespace Embeds.Platforms.Sources;

/// <summary>What a source can say of a post. Sources that can add nothing any more are not asked.</summary>
[Flags]
public enum PostFields
{
    /// <summary>Only whether the post stands.</summary>
    None = 0,

    /// <summary>Name and handle of the author.</summary>
    Author = 1,

    /// <summary>Its words.</summary>
    Text = 2,

    /// <summary>When it was published, to the second.</summary>
    Time = 4,

    /// <summary>Pictures, videos, sounds.</summary>
    Media = 8,

    /// <summary>A title, or the preview of a link.</summary>
    Card = 16,

    /// <summary>Its place among other posts: what it quotes and what it answers.</summary>
    Thread = 32,

    /// <summary>What only the full record has: counts, poll, edits, the author's id and picture.</summary>
    Details = 64,

    /// <summary>All of them.</summary>
    All = Author | Text | Time | Media | Card | Thread | Details,
}
