using System.Collections.Immutable;

namespace Embeds.Detection;

/// <summary>
/// Brings together what the page shows and what its data holds. A post that both have is one embed, with the words of the
/// one that has them; a post that only the data has goes between the neighbours that it has there.
/// </summary>
internal static class PayloadMerger
{
    /// <param name="shown">The sightings in the page, in order.</param>
    /// <param name="stored">The sightings in its data, in order; those outside the article only complete what is shown.</param>
    public static ImmutableArray<EmbedSighting> Merge(ImmutableArray<EmbedSighting> shown, List<EmbedSighting> stored)
    {
        var all = shown.ToList();
        var waiting = new List<EmbedSighting>();
        var placed = -1;
        foreach (var sighting in OnePerPost(stored))
        {
            var twin = CompleteTwins(all, sighting);
            if (twin >= 0)
            {
                all.InsertRange(twin, waiting);
                placed = twin + waiting.Count;
                waiting.Clear();
            }
            else if (sighting.Region == PageRegion.Article && placed < 0)
            {
                waiting.Add(sighting);
            }
            else if (sighting.Region == PageRegion.Article)
            {
                all.Insert(++placed, sighting);
            }
        }

        all.AddRange(waiting);
        return [.. all];
    }

    /// <summary>Data says the same thing many times: as markup, as an address, for search engines.</summary>
    private static List<EmbedSighting> OnePerPost(List<EmbedSighting> stored)
    {
        var posts = new List<EmbedSighting>();
        var places = new Dictionary<(string, string), int>();
        foreach (var sighting in stored)
        {
            if (sighting.Link is not { } link)
                continue;
            if (places.TryAdd((link.Platform, link.NativeId), posts.Count))
            {
                posts.Add(sighting);
                continue;
            }

            var place = places[(link.Platform, link.NativeId)];
            var known = posts[place];
            var region = known.Region == PageRegion.Article ? PageRegion.Article : sighting.Region;
            posts[place] = (known.Facts.Text is null && sighting.Facts.Text is not null ? sighting : known) with { Region = region };
        }

        return posts;
    }

    /// <returns>The place of the first of them in the article; -1 when the article shows none.</returns>
    private static int CompleteTwins(List<EmbedSighting> all, EmbedSighting stored)
    {
        var first = -1;
        for (var i = 0; i < all.Count; i++)
        {
            var shown = all[i];
            if (shown.Link is not { } link || link.Platform != stored.Link!.Platform || link.NativeId != stored.Link.NativeId)
                continue;
            if (first < 0 && shown.Region == PageRegion.Article)
                first = i;
            if (shown.Facts.Text is null && stored.Facts.Text is not null)
                all[i] = shown with { Facts = stored.Facts with { Card = shown.Facts.Card }, Link = link.Handle is null ? stored.Link : link };
        }

        return first;
    }
}
