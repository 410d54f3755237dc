namespace Embeds.Languages;

/// <summary>How long a platform's posts could be, from a day on.</summary>
internal sealed record LengthLimit
{
    /// <summary>ISO day; null from the start.</summary>
    public string? From { get; set; }

    /// <summary>In characters as the platform counts them.</summary>
    public required int Length { get; init; }

    /// <summary>Whether a wide (East Asian) character counts two.</summary>
    public bool WideCountsTwice { get; set; }
}
