namespace Embeds.Quotes;

/// <summary>What kind of post a block quotes.</summary>
public enum PostKind
{
    /// <summary>An ordinary post.</summary>
    Post,

    /// <summary>An answer to another post.</summary>
    Reply,

    /// <summary>Another account's post passed on unchanged.</summary>
    Repost,

    /// <summary>A post that shows another post inside it.</summary>
    Quote,

    /// <summary>A comment below a post, a video or an article.</summary>
    Comment,

    /// <summary>A video, with or without words.</summary>
    Video,

    /// <summary>A picture or a set of pictures.</summary>
    Photo,

    /// <summary>A post that expires by design.</summary>
    Story,

    /// <summary>An account, not a single post.</summary>
    Profile,

    /// <summary>Several posts of one author in sequence.</summary>
    Thread,

    /// <summary>The source does not say.</summary>
    Unknown,
}
