namespace Embeds.Platforms;

/// <summary>
/// Takes an address out of what wraps it without asking the network: archive copies, redirectors, AMP caches, mail
/// scanners. What they wrap may be wrapped again; five layers are looked through.
/// </summary>
internal static class WrappedAddress
{
    private const int MaxLayers = 5;

    public static WebAddress Unwrap(WebAddress address)
    {
        for (var layer = 0; layer < MaxLayers; layer++)
        {
            if (Inner(address) is not { } text || !WebAddress.TryParse(text, out var inner))
                return address;
            address = inner;
        }

        return address;
    }

    private static string? Inner(WebAddress address)
    {
        if (address.IsUnder("web.archive.org") || address.IsUnder("wayback.archive.org"))
            return AfterTimestamp(address, "/web/");
        if (IsArchiveToday(address.Host))
            return AfterTimestamp(address, "/o/");
        if (address.IsUnder("cdn.ampproject.org") || address.IsUnder("google.com") && address.Path.StartsWith("/amp/", StringComparison.Ordinal))
            return AfterCachePath(address);
        if (address.IsUnder("google.com") && address.Path == "/url")
            return address.Query("url") ?? address.Query("q");
        return address.Host switch
        {
            "l.facebook.com" or "lm.facebook.com" => address.Query("u"),
            "l.instagram.com" => address.Query("u"),
            "slack-redir.net" => address.Query("url"),
            "www.youtube.com" or "youtube.com" when address.Path == "/redirect" => address.Query("q"),
            "vk.com" when address.Path == "/away.php" => address.Query("to"),
            "steamcommunity.com" when address.Path.StartsWith("/linkfilter", StringComparison.Ordinal) => address.Query("url"),
            _ when address.IsUnder("safelinks.protection.outlook.com") => address.Query("url"),
            _ when address.IsUnder("facebook.com") && address.Path is "/l.php" or "/flx/warn/" => address.Query("u"),
            _ => null,
        };
    }

    private static bool IsArchiveToday(string host) =>
        host is "archive.ph" or "archive.today" or "archive.is" or "archive.md" or "archive.li" or "archive.vn" or "archive.fo";

    /// <summary><c>/web/20190717140047im_/https://…</c>: the rest of the address, with its own query and fragment.</summary>
    private static string? AfterTimestamp(WebAddress address, string prefix)
    {
        var at = address.Text.IndexOf(prefix, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = address.Text.AsSpan(at + prefix.Length);
        var slash = rest.IndexOf('/');
        if (slash < 0)
            return null;
        var inner = rest[(slash + 1)..];
        return inner.StartsWith("http", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("//")
            ? inner.ToString()
            : string.Concat("http://", inner);
    }

    private static string? AfterCachePath(WebAddress address)
    {
        var skip = 0;
        while (skip < address.Segments.Length && address.Segments[skip] is "amp" or "c" or "s" or "v" or "i")
            skip++;
        return skip == 0 || skip >= address.Segments.Length ? null : "https://" + string.Join('/', address.Segments.Skip(skip));
    }
}
