using System.Collections.Immutable;

namespace Embeds.Rewriting;

/// <summary>An article with blocks in place of its embeds, all other bytes as they were.</summary>
public sealed record RewrittenArticle
{
    /// <summary>The article, in its own encoding.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What was replaced, in the article's order; empty when nothing was and the bytes are the original's.</summary>
    public ImmutableArray<Replacement> Replacements { get; init; } = [];

    /// <summary>What was left, and why.</summary>
    public ImmutableArray<RewriteRefusal> Refusals { get; init; } = [];

    /// <summary>
    /// What <see cref="EmbedArchiver.Restore(ReadOnlyMemory{byte}, ReadOnlyMemory{byte})"/> needs beside the article, as a file to
    /// keep (JSON).
    /// </summary>
    /// <value>Empty unless <see cref="OriginalMarkup.Apart"/> was asked for and something was replaced.</value>
    public ReadOnlyMemory<byte> Originals { get; init; }
}
