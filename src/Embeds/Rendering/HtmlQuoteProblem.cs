namespace Embeds.Rendering;

/// <summary>Something wrong with one figure of a page.</summary>
public sealed record HtmlQuoteProblem
{
    /// <summary>What is wrong.</summary>
    public required HtmlQuoteProblemKind Kind { get; init; }

    /// <summary>0-based position among the page's quote figures.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The key that the figure names; null where it names none.</summary>
    public string? Key { get; init; }

    /// <summary>A sentence for people.</summary>
    public required string Message { get; init; }
}
