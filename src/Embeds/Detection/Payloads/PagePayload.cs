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

    // A platform's first domains are the ones that articles use; mirrors come after them.
    private const int DomainsOfEach = 2;
    private const int ShortDomain = 8;

    private readonly SearchValues<string> _hints = SearchValues.Create(
        [.. catalog.All.SelectMany(p => p.Domains.Take(DomainsOfEach)).Select(d => d.Length < ShortDomain ? "/" + d : d), "blockquote"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a script may hold data of the article: it is neither markup, nor metadata, nor without any post.</summary>
    public bool MayBe(IElement script) =>
        script.GetAttribute("type") is null or "" or "text/javascript" or "application/javascript" or "application/json" or "module"
        && TextOf(script) is { Length: >= MinScript } text && text.AsSpan().ContainsAny(_hints);

    /// <summary>The strings that may carry a post, each with the script that holds it, in the order of the page.</summary>
    public IEnumerable<(PayloadString Found, IElement Script)> StringsOf(List<IElement> scripts)
    {
        var flight = new NextFlight();
        foreach (var script in scripts)
        {
            var text = TextOf(script);
            if (flight.Take(text))
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

    /// <summary>A script's text is its only child; <c>TextContent</c> would copy it.</summary>
    private static string TextOf(IElement script) => script.FirstChild is IText text ? text.Data : "";
}
