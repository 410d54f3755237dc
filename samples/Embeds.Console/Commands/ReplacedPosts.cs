namespace Embeds.Cli.Commands;

/// <summary>Which posts get a block; the names are those that are typed.</summary>
internal enum ReplacedPosts
{
    /// <summary>All that the article embeds.</summary>
    All,

    /// <summary>Those that are known to be gone.</summary>
    Dead,
}
