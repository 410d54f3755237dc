namespace Embeds.Rendering;

/// <summary>What a page of its own needs around its quotes.</summary>
public sealed record HtmlPageOptions
{
    /// <summary>The page's title and heading.</summary>
    /// <value>Default: <c>Saved quotes</c>.</value>
    public string Title { get; init; } = "Saved quotes";

    /// <summary>BCP 47 tag of the title's language. The labels around each quote are English and say so themselves.</summary>
    /// <value>Default: <c>en</c>. Empty where it is not known.</value>
    public string Lang { get; init; } = "en";
}
