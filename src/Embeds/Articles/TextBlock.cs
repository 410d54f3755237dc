using System.Collections.Immutable;

namespace Embeds.Articles;

/// <summary>One block (paragraph, heading, list item …) of an article's text, as a span of <see cref="ArticleText.Text"/>.</summary>
internal readonly record struct TextBlock
{
    /// <summary>First UTF-16 unit of the block in the text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 unit after the block's last.</summary>
    public required int End { get; init; }

    public required TextBlockKind Kind { get; init; }

    /// <summary>The links in the block, in order; empty for plain text, where links are only words.</summary>
    public ImmutableArray<TextLink> Links { get; init; }
}
