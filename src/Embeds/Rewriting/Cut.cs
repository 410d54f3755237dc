using Embeds.Quotes;

namespace Embeds.Rewriting;

/// <summary>A span of the source that goes, and what comes in its place.</summary>
internal sealed record Cut(int Start, int End)
{
    /// <summary>The block; null where only a trace is left (of a twin, a wrapper's end, a loader), so that it can be given back.</summary>
    public QuoteBlock? Block { get; init; }

    /// <summary>Written before the block: end tags of what must not hold it, a line end.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Written behind it: the same elements opened again.</summary>
    public string Tail { get; init; } = "";

    /// <summary>Stands before every line of a quotation in Markdown; null where an HTML figure is to stand.</summary>
    public string? LinePrefix { get; init; }
}
