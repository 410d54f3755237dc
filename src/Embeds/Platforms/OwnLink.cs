namespace Embeds.Platforms;

/// <summary>Reads addresses that stand inside a platform's own markup, where only its own posts count.</summary>
internal static class OwnLink
{
    // Editors and scripts encode an address again each time they put it into another one.
    private const int MaxEncodings = 3;

    /// <summary>The post of <paramref name="platform"/> that an address names, whatever wraps it; null when it names none.</summary>
    public static PostLink? Read(Platform platform, string? text) =>
        WebAddress.TryParse(text, out var address) && WrappedAddress.Unwrap(address) is var inner && IsOf(platform, inner)
            ? platform.ReadLink(inner)
            : null;

    /// <summary>The same for the value of a query parameter, which may still be percent-encoded.</summary>
    public static PostLink? ReadParameter(Platform platform, string? value)
    {
        for (var i = 0; i < MaxEncodings && value is not null && value.Contains('%'); i++)
            value = Uri.UnescapeDataString(value);
        return Read(platform, value);
    }

    public static bool IsOf(Platform platform, WebAddress address)
    {
        foreach (var domain in platform.Domains)
        {
            if (address.IsUnder(domain))
                return true;
        }

        return false;
    }
}
