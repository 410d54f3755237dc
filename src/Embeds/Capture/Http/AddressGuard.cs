using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Embeds.Capture.Http;

/// <summary>
/// Keeps requests on the public internet, so that a page cannot make us read what only this machine can reach
/// (server-side request forgery). A URL is judged by its spelling before anything is resolved, an address right before it is
/// connected to.
/// </summary>
internal static class AddressGuard
{
    // IANA's special-purpose registry for IPv4, multicast, and the reserved rest.
    private static readonly IPNetwork[] ClosedIPv4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("168.63.129.16/32"), // looks public, but is the host's own service inside Azure
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
    ];

    // All that IANA has handed out for the public internet. Outside it lie loopback, link-local, site-local,
    // unique-local, multicast, v4-compatible and translated addresses, and what nobody uses yet.
    private static readonly IPNetwork GlobalIPv6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ClosedIPv6 =
    [
        IPNetwork.Parse("2001::/23"), // protocol assignments, Teredo among them
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"),
    ];

    // These two lead to the IPv4 address that they carry.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    // Link-local addresses, and what clouds put beside them: services that hand a machine's own credentials to whoever asks
    // from inside. Nobody keeps articles there, so that allowing private networks does not open them.
    private static readonly IPNetwork[] NeverAsked =
    [
        IPNetwork.Parse("100.100.100.200/32"),
        IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("192.0.0.192/32"),
        IPNetwork.Parse("fd00:ec2::254/128"),
        IPNetwork.Parse("fe80::/10"),
    ];

    private static readonly string[] LocalSuffixes =
    [
        ".home.arpa",
        ".internal",
        ".local",
        ".localdomain",
        ".localhost",
    ];

    /// <summary>Judges a URL by its scheme, user part, port and host; looks nothing up.</summary>
    /// <param name="uri">An absolute URL.</param>
    /// <param name="allowPrivateNetwork">Lets every port and name pass, and every address that is not link-local; scheme and user part are still judged.</param>
    public static AddressVerdict Check(Uri uri, bool allowPrivateNetwork)
    {
        if (uri.Scheme is not ("http" or "https")) return AddressVerdict.WrongScheme;
        if (uri.UserInfo.Length > 0) return AddressVerdict.UserInfo;
        if (HostForDns(uri) is not { } host) return AddressVerdict.BadHost;
        if (!allowPrivateNetwork && uri.Port is not (80 or 443)) return AddressVerdict.ClosedPort;
        if (IPAddress.TryParse(host, out IPAddress? address)) return Check(address, allowPrivateNetwork);
        return !allowPrivateNetwork && IsLocalName(host) ? AddressVerdict.LocalName : AddressVerdict.Allowed;
    }

    /// <summary>Judges an address that is about to be connected to.</summary>
    public static AddressVerdict Check(IPAddress address, bool allowPrivateNetwork)
    {
        if (!allowPrivateNetwork) return IsPublic(address) ? AddressVerdict.Allowed : AddressVerdict.NotPublic;
        IPAddress target = TargetOf(address);
        return Array.Exists(NeverAsked, network => network.Contains(target)) ? AddressVerdict.NeverAsked : AddressVerdict.Allowed;
    }

    /// <summary>Whether an address belongs to a host on the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        IPAddress target = TargetOf(address);
        if (target.AddressFamily == AddressFamily.InterNetwork) return IsPublicIPv4(target);
        return GlobalIPv6.Contains(target) && !Array.Exists(ClosedIPv6, network => network.Contains(target));
    }

    /// <summary>The IPv4 address that an IPv6 address leads to, where it does; else the address.</summary>
    private static IPAddress TargetOf(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();

        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out _)) return address;
        if (Nat64.Contains(address)) return new IPAddress(bytes[12..]);
        return SixToFour.Contains(address) ? new IPAddress(bytes[2..6]) : address;
    }

    private static bool IsPublicIPv4(IPAddress address) =>
        !Array.Exists(ClosedIPv4, network => network.Contains(address));

    // Host shows "①②⑦.0.0.1" as it was typed; only IdnHost shows the 127.0.0.1 that will be connected to.
    // An IPv6 literal keeps its zone ("%eth0") in IdnHost, so there Host is the plain one.
    private static string? HostForDns(Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.IPv6) return uri.Host;
        try
        {
            return Ascii.IsValid(uri.IdnHost) ? uri.IdnHost : null;
        }
        catch (UriFormatException) // Uri accepts names that have no form for DNS, and says so only here
        {
            return null;
        }
    }

    // With a trailing dot a name skips comparisons like these, yet resolves to the same host.
    private static bool IsLocalName(string host) =>
        !host.Contains('.', StringComparison.Ordinal)
        || host.EndsWith('.')
        || Array.Exists(LocalSuffixes, suffix => $".{host}".EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
