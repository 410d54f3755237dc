using System.Buffers;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Payloads;

/// <summary>
/// The data from which a page's own script renders the article (<c>__NEXT_DATA__</c>, Apollo, Nuxt, Arc's
/// <c>Fusion.globalContent</c>, WordPress' REST answers …): it holds embeds that were not rendered yet, and the words of those
/// that were rendered away.
/// </summary>
internal sealed class PagePayload(PlatformCatalog catalog)
{
    private const int MinScript = 60;
    private const int MaxAddress = 300;
    private const int MaxAddresses = 20_000;

    // Where an address in a script ends, whatever escapes its slashes.
    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\"'`<>(){}[],;");

    /// <summary>Whether a script may hold data of the article: it is neither markup nor without any post.</summary>
    public bool MayBe(IElement script) => MayBe(script.GetAttribute("type"), ScriptSource.Of(script));

    /// <param name="type">The script's type; empty when it says none.</param>
    /// <param name="text">Its text.</param>
    public bool MayBe(ReadOnlySpan<char> type, ReadOnlySpan<char> text) =>
        text.Length >= MinScript
        && (type is "" or "text/javascript" or "application/javascript" or "application/json" or "module" || LinkedData.Is(type))
        && (text.Contains("blockquote", StringComparison.Ordinal) || NamesPost(text));

    /// <summary>
    /// Whether some address in a script is a post's: every page's scripts name the networks, few name a post, and only those are
    /// worth reading string by string.
    /// </summary>
    private bool NamesPost(ReadOnlySpan<char> script)
    {
        const string Scheme = "http";
        Span<char> address = stackalloc char[MaxAddress];
        var tries = 0;
        for (var at = script.IndexOf(Scheme); at >= 0 && tries < MaxAddresses; tries++)
        {
            var end = script[at..].IndexOfAny(AddressEnd);
            var written = end is < 0 or > 3 * MaxAddress ? script.Slice(at, Math.Min(3 * MaxAddress, script.Length - at)) : script.Slice(at, end);
            var plain = address[..Unescape(written, address)];
            if (catalog.KnowsHostIn(plain) && MayBePost(plain))
                return true;
            at += Scheme.Length;
            var next = script[at..].IndexOf(Scheme);
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    private bool MayBePost(ReadOnlySpan<char> address)
    {
        try
        {
            return catalog.ReadLink(address) is not null;
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            // Reading the script will meet it again, and say so.
            return true;
        }
    }

    /// <summary><c>https:\/\/</c> and <c>https:\u002F\u002F</c> as <c>https://</c>; what is escaped in another way ends the address.</summary>
    private static int Unescape(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        for (var i = 0; i < text.Length && length < plain.Length; i++)
        {
            if (text[i] != '\\')
                plain[length++] = text[i];
            else if (i + 5 < text.Length && text.Slice(i, 6).Equals("\\u002F", StringComparison.OrdinalIgnoreCase))
                (plain[length++], i) = ('/', i + 5);
            else if (i + 1 >= text.Length || text[i + 1] is not ('/' or '\\'))
                break;
        }

        return length;
    }

    /// <summary>The strings that may carry a post, each with the script that holds it, in the order of the page.</summary>
    public IEnumerable<(PayloadString Found, IElement Script)> StringsOf(List<IElement> scripts)
    {
        var flight = new NextFlight();
        foreach (var script in scripts)
        {
            var text = ScriptSource.Of(script);
            if (LinkedData.Is(script) || flight.Take(text))
                continue;
            var scanner = new PayloadScanner(catalog);
            if (NuxtData.Is(script))
                NuxtData.Scan(text, scanner);
            else
                scanner.Scan(text);
            foreach (var found in scanner.Strings)
                yield return (found, script);
        }

        foreach (var found in flight.Scan(catalog))
            yield return (found, scripts[^1]);
    }
}
