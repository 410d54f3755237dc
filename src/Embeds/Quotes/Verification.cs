namespace Embeds.Quotes;

/// <summary>Which mark of verification an account showed.</summary>
public enum Verification
{
    /// <summary>None.</summary>
    None,

    /// <summary>The platform's own or bought mark.</summary>
    Platform,

    /// <summary>An organisation's or government's mark.</summary>
    Organisation,

    /// <summary>A domain proved to be the account's.</summary>
    Domain,
}
