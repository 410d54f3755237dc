using System.Diagnostics.CodeAnalysis;

namespace Embeds.Quotes;

/// <summary>A part that was removed from a block.</summary>
public sealed record Redaction
{
    /// <summary>JSON Pointer (RFC 6901) of the part.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "JSON Pointer is the name of the thing.")]
    public required string Pointer { get; init; }

    /// <summary>UTC time.</summary>
    public required string At { get; init; }

    /// <summary>Why.</summary>
    public required RedactionReason Reason { get; init; }

    /// <summary>Seal of the block before.</summary>
    public string? Sha256Before { get; init; }
}
