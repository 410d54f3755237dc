namespace Embeds.Cli.Sources;

/// <summary>Where an article is read from.</summary>
internal enum SourceKind
{
    Url,
    File,
    StandardInput,

    /// <summary>One page of a web archive.</summary>
    ArchivedPage,
}
