namespace Embeds.Rewriting;

/// <summary>An embed that was left as it is, because replacing it might have harmed the article.</summary>
public sealed record RewriteRefusal
{
    /// <summary>Key of the block that was not set in.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// A stable code: <c>no-end</c> (the markup does not say where the embed ends), <c>moved</c> (the parser moved it),
    /// <c>inline</c> (it stands where no block may), <c>overlap</c> (inside another that was replaced), <c>not-in-markup</c> (only
    /// in a script's data), <c>in-text</c> (a code that is not found in the source), <c>settings</c> (above a Markdown text),
    /// <c>in-pieces</c> (a feed writes it partly escaped), <c>seal-broken</c> (the block that was given does not verify),
    /// <c>block-invalid</c> (a platform of the caller's own read what no block can hold).
    /// </summary>
    public required string Code { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Message { get; init; }
}
