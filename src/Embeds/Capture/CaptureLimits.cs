namespace Embeds.Capture;

/// <summary>What the options say of reading one article.</summary>
internal sealed record CaptureLimits
{
    public required int MaxArticleBytes { get; init; }

    public required TimeSpan ParseDeadline { get; init; }

    public required int MaxEmbeds { get; init; }

    public required int MaxHiddenDepth { get; init; }

    public required bool Recover { get; init; }

    public required int MinConfidence { get; init; }

    public required bool Everywhere { get; init; }
}
