namespace Embeds.Quotes;

/// <summary>Which kind of trusted timestamp a token is.</summary>
public enum TimestampType
{
    /// <summary>An RFC 3161 token.</summary>
    Rfc3161,

    /// <summary>An OpenTimestamps proof.</summary>
    Opentimestamps,
}
