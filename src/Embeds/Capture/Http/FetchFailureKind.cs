namespace Embeds.Capture.Http;

/// <summary>Whose decision a failure was.</summary>
internal enum FetchFailureKind
{
    /// <summary>Ours: a forbidden address, too large, the wrong kind of content.</summary>
    Refused,

    /// <summary>The server's: there is nothing to read here, and asking again will not change that.</summary>
    Unreadable,

    /// <summary>Nobody's: it did not work, also not after the retries, and may work later.</summary>
    Network,
}
