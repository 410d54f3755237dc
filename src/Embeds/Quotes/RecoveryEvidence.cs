namespace Embeds.Quotes;

/// <summary>One rule that spoke for or against a recovered quote.</summary>
public sealed record RecoveryEvidence
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>First code point of the words it rests on, in the article's text.</summary>
    public int? Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public int? End { get; init; }

    /// <summary>Percent points it adds or takes.</summary>
    public required int Weight { get; init; }

    /// <summary>What it saw, in words.</summary>
    public required string Why { get; init; }
}
