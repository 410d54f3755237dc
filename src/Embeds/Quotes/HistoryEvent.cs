namespace Embeds.Quotes;

/// <summary>What happened to a sealed block.</summary>
public enum HistoryEvent
{
    /// <summary>Its post was looked at again.</summary>
    Recheck,

    /// <summary>Its post was captured anew.</summary>
    Recapture,

    /// <summary>Parts were removed.</summary>
    Redact,

    /// <summary>It was erased.</summary>
    Erase,

    /// <summary>Its seal was checked.</summary>
    Verify,

    /// <summary>It was exported.</summary>
    Export,

    /// <summary>Somebody noted something.</summary>
    Note,
}
