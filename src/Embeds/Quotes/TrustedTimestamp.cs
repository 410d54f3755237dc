namespace Embeds.Quotes;

/// <summary>A token of a timestamp authority over the seal.</summary>
public sealed record TrustedTimestamp
{
    /// <summary>Kind of token.</summary>
    public required TimestampType Type { get; init; }

    /// <summary>Who gave it.</summary>
    public string? Authority { get; init; }

    /// <summary>The token in base64.</summary>
    public required string Token { get; init; }
}
