namespace Embeds.Capture.Http;

/// <summary>Whether a URL may be asked for, and if not, what stands against it.</summary>
internal enum AddressVerdict
{
    Allowed,

    /// <summary>Neither http nor https.</summary>
    WrongScheme,

    /// <summary>A user name or password before the host: useless here, and a favourite disguise of the real host.</summary>
    UserInfo,

    /// <summary>The host cannot be written as a name for DNS.</summary>
    BadHost,

    /// <summary>A port other than 80 and 443.</summary>
    ClosedPort,

    /// <summary>A name that only means something on this machine or in this network.</summary>
    LocalName,

    /// <summary>An address outside the public internet.</summary>
    NotPublic,

    /// <summary>A link-local address or a cloud's metadata service, which no option opens.</summary>
    NeverAsked,
}
