using System.Collections.Immutable;

namespace Embeds.Articles;

/// <summary>
/// An article as a reader sees it: its words and where one block ends and the next begins. Of a plain-text article
/// <see cref="Text"/> is the decoded file itself, so offsets are offsets of the file; of an HTML article it is the
/// flattened body without the embeds that were already found (each is a gap between two blocks).
/// </summary>
internal sealed class ArticleText
{
    public required string Text { get; init; }

    public required ImmutableArray<TextBlock> Blocks { get; init; }

    /// <summary>Where in the text something stood that is not text, such as an embed, in ascending order; each between two blocks.</summary>
    public ImmutableArray<int> Gaps { get; init; } = [];

    /// <summary>The article's declared language (BCP 47), or null.</summary>
    public string? Lang { get; init; }

    public ReadOnlySpan<char> Of(TextBlock block) => Text.AsSpan(block.Start, block.End - block.Start);
}
