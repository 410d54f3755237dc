using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Embeds.Platforms;

/// <summary>
/// A web address as pages write them (protocol-relative, padded with blanks, escaped twice, wrapped by an archive or a
/// redirector), cut once into the parts that a platform's URL grammar asks for. Never throws on bad input.
/// </summary>
public sealed class WebAddress
{
    private const int MaxLength = 4096;
    private const int MaxSegments = 32;
    private static readonly SearchValues<char> Unstorable = SearchValues.Create(" \t\r\n<>\"");

    private WebAddress(string text, string host, string path, string query, string fragment)
    {
        Text = text;
        Host = host;
        Segments = Split(path);
        Path = path;
        RawQuery = query;
        Fragment = fragment;
    }

    /// <summary>The whole address, absolute, starting with <c>http://</c> or <c>https://</c>.</summary>
    public string Text { get; }

    /// <summary>Host in lower case, without port, user or trailing dot.</summary>
    public string Host { get; }

    /// <summary>Path as written, starting with <c>/</c>. A hash-bang address (<c>/#!/…</c>) has the path of its fragment.</summary>
    public string Path { get; }

    /// <summary>The path's non-empty segments, percent-decoded; at most 32.</summary>
    public ImmutableArray<string> Segments { get; }

    /// <summary>What stands behind <c>#</c>; empty when nothing does.</summary>
    public string Fragment { get; }

    private string RawQuery { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address as the page has it; null and blank give false.</param>
    /// <param name="address">The address; null when the result is false.</param>
    /// <returns>False for anything that is not an absolute or protocol-relative http(s) address of at most 4,096 characters.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out WebAddress? address)
    {
        address = null;
        text = text.Trim();
        if (text.Length is < 4 or > MaxLength || text.IndexOfAny(' ', '<', '>') >= 0 && !TryTrimTail(ref text))
            return false;

        var rest = AfterScheme(text, out var scheme);
        if (rest.IsEmpty)
            return false;

        var hostEnd = rest.IndexOfAny('/', '?', '#');
        var authority = hostEnd < 0 ? rest : rest[..hostEnd];
        var tail = hostEnd < 0 ? default : rest[hostEnd..];
        if (HostOf(authority) is not { } host)
            return false;

        var hash = tail.IndexOf('#');
        var fragment = hash < 0 ? default : tail[(hash + 1)..];
        var beforeHash = hash < 0 ? tail : tail[..hash];
        Cut(beforeHash, out var path, out var query);
        if (path.Trim('/').IsEmpty && query.IsEmpty && (fragment.StartsWith("!/") || fragment.StartsWith("/")))
            Cut(fragment.TrimStart('!'), out path, out query);

        address = new WebAddress(
            string.Concat(scheme, authority, tail),
            host,
            path.IsEmpty ? "/" : path.ToString(),
            query.ToString(),
            fragment.ToString());
        return true;
    }

    /// <summary>The first value of a query parameter, percent-decoded; null when it is not there.</summary>
    /// <param name="name">The parameter's name, compared exactly.</param>
    public string? Query(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var range in RawQuery.AsSpan().SplitAny('&', ';'))
        {
            var pair = RawQuery.AsSpan()[range];
            // "&amp;v=" that was escaped twice leaves the pair "amp;v=", of which the split makes "amp" and "v=".
            var equals = pair.IndexOf('=');
            if (equals >= 0 && pair[..equals].SequenceEqual(name))
                return Decode(pair[(equals + 1)..].ToString().Replace('+', ' '));
        }

        return null;
    }

    /// <summary>Whether the host is <paramref name="domain"/> or lies below it.</summary>
    /// <param name="domain">A domain in lower case, such as <c>example.com</c>.</param>
    public bool IsUnder(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return Host.EndsWith(domain, StringComparison.Ordinal)
            && (Host.Length == domain.Length || Host[Host.Length - domain.Length - 1] == '.');
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The address as a block may hold it, with its scheme; null for what is none, and for spellings that the schema refuses.</summary>
    internal static string? Storable(string? text) =>
        TryParse(text, out var address) && Uri.TryCreate(address.Text, UriKind.Absolute, out _) && !address.Text.AsSpan().ContainsAny(Unstorable) ? address.Text : null;

    private static ReadOnlySpan<char> AfterScheme(ReadOnlySpan<char> text, out string scheme)
    {
        scheme = "https://";
        if (text.StartsWith("//"))
            return text[2..];
        var colon = text.IndexOf(':');
        if (colon < 0)
            return default;
        if (text[..colon].Equals("http", StringComparison.OrdinalIgnoreCase))
            scheme = "http://";
        else if (!text[..colon].Equals("https", StringComparison.OrdinalIgnoreCase))
            return default;

        var rest = text[(colon + 1)..];
        // Archives and sloppy editors lose a slash: "http:/host" and "http:///host" are read like browsers read them.
        return rest.StartsWith("/") ? rest.TrimStart('/') : default;
    }

    private static string? HostOf(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
            return null;
        var colon = authority.IndexOf(':');
        var host = (colon < 0 ? authority : authority[..colon]).TrimEnd('.');
        if (host.Length is < 3 or > 253 || !host.Contains('.'))
            return null;
        foreach (var c in host)
        {
            if (!(char.IsLetterOrDigit(c) || c is '.' or '-' or '_'))
                return null;
        }

        return host.ToString().ToLowerInvariant();
    }

    private static bool TryTrimTail(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '<', '>');
        text = text[..end];
        return text.Length >= 4;
    }

    private static void Cut(ReadOnlySpan<char> pathAndQuery, out ReadOnlySpan<char> path, out ReadOnlySpan<char> query)
    {
        var question = pathAndQuery.IndexOf('?');
        path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        query = question < 0 ? default : pathAndQuery[(question + 1)..];
    }

    private static ImmutableArray<string> Split(string path)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        foreach (var range in path.AsSpan().Split('/'))
        {
            var segment = path.AsSpan()[range];
            if (segment.IsEmpty)
                continue;
            if (segments.Count == MaxSegments)
                break;
            segments.Add(Decode(segment.ToString()));
        }

        return segments.ToImmutable();
    }

    private static string Decode(string value) => value.Contains('%') ? Uri.UnescapeDataString(value) : value;
}
