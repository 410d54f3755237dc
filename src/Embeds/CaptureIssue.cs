namespace Embeds;

/// <summary>Something that went wrong or looks odd, without losing the other quotes.</summary>
public sealed record CaptureIssue
{
    /// <summary>A stable code such as <c>date-conflict</c>.</summary>
    public required string Code { get; init; }

    /// <summary><c>warning</c> when something is missing or in conflict, <c>info</c> when it is only worth knowing.</summary>
    public string Severity { get; init; } = "warning";

    /// <summary>The address that it is about; null when it is about none.</summary>
    public string? Url { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Message { get; init; }
}
