namespace Embeds.Recovery;

/// <summary>Marks of a page's source that a plain-text export left in.</summary>
internal static class Markup
{
    /// <summary>Markdown headings and tables, front matter, template tags: no post holds them.</summary>
    public static bool Is(ReadOnlySpan<char> block) =>
        block.StartsWith("# ", StringComparison.Ordinal)
        || block.StartsWith("## ", StringComparison.Ordinal)
        || block.StartsWith("### ", StringComparison.Ordinal)
        || block.StartsWith("+++", StringComparison.Ordinal)
        || block.StartsWith("---", StringComparison.Ordinal)
        || block.StartsWith("```", StringComparison.Ordinal)
        || block.StartsWith("![", StringComparison.Ordinal)
        || block.StartsWith("{%", StringComparison.Ordinal)
        || block.Contains("**", StringComparison.Ordinal)
        || block.Contains(" ## ", StringComparison.Ordinal)
        || block.Contains("](http", StringComparison.Ordinal)
        || (block.StartsWith('<') && block.Contains('>'))
        || block.StartsWith("{{", StringComparison.Ordinal)
        || EndsWithTag(block);

    /// <summary>Whether a template tag closes the block.</summary>
    public static bool EndsWithTag(ReadOnlySpan<char> block) =>
        block.EndsWith("%}", StringComparison.Ordinal) || block.EndsWith("}}", StringComparison.Ordinal);
}
