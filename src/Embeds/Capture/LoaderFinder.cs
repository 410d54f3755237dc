using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Rewriting;

namespace Embeds.Capture;

/// <summary>Finds the loader scripts of a page, and what of the page needs each.</summary>
internal sealed class LoaderFinder(PlatformCatalog catalog)
{
    /// <param name="document">The page.</param>
    /// <param name="kept">The posts of the page that are not to be replaced.</param>
    public ImmutableArray<LoaderPlace> Find(IHtmlDocument document, IReadOnlyList<EmbedSighting> kept)
    {
        var places = ImmutableArray.CreateBuilder<LoaderPlace>();
        var scripts = document.Scripts;
        foreach (var script in scripts)
        {
            if (WebAddress.TryParse(script.GetAttribute("src"), out var address) && LoaderAt(address) is var (platform, loader))
            {
                var others = loader.Others is { } selector ? document.QuerySelectorAll(selector).ToImmutableArray() : [];
                places.Add(new LoaderPlace(script, platform.Id, others, kept.Any(s => s.Platform.Id == platform.Id) || IsCalled(loader, scripts)));
            }
        }

        return places.ToImmutable();
    }

    /// <summary>A loader on anybody's host has a name that others use as well: who names the host comes first.</summary>
    private (Platform Platform, EmbedLoader Loader)? LoaderAt(WebAddress address)
    {
        (Platform, EmbedLoader)? anywhere = null;
        foreach (var platform in catalog.All)
        {
            foreach (var loader in platform.Loaders)
            {
                if (loader.Is(address) && loader.Host is not null)
                    return (platform, loader);
                if (loader.Is(address) && !catalog.Knows(address.Host))
                    anywhere ??= (platform, loader);
            }
        }

        return anywhere;
    }

    private static bool IsCalled(EmbedLoader loader, IEnumerable<IHtmlScriptElement> scripts) =>
        loader.Global is { } name && scripts.Any(s => !s.HasAttribute("src") && s.TextContent.Contains(name, StringComparison.Ordinal));
}
