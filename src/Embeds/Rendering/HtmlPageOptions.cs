namespace Embeds.Rendering;

/// <summary>What a page of its own needs around its quotes.</summary>
public sealed record HtmlPageOptions
{
    /// <summary>The page's title and heading.</summary>
    /// <value>Default: null, <c>Saved quotes</c> in the language of the labels.</value>
    public string? Title { get; init; }

    /// <summary>BCP 47 tag of the title's language. The labels around each quote have a language of their own and say so.</summary>
    /// <value>Default: null, the labels' language for the default title and unknown for any other. Empty where it is not known.</value>
    public string? Lang { get; init; }
}
