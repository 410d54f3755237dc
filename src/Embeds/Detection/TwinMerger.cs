using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// Folds what stands twice for one embed (a <c>noscript</c> copy, a hidden original beside the widget, a link below its frame)
/// into one sighting: the carrier that says most wins. The same post quoted twice in the article stays twice.
/// </summary>
internal static class TwinMerger
{
    // A fallback is a neighbour: it hangs from the same wrapper as its twin, or from that wrapper's own wrapper.
    private const int Nearby = 3;

    public static ImmutableArray<EmbedSighting> Merge(List<EmbedSighting> sightings)
    {
        var kept = ImmutableArray.CreateBuilder<EmbedSighting>(sightings.Count);
        var lastOf = new Dictionary<(string, string), int>();
        foreach (var sighting in sightings)
        {
            if (sighting.Link is { } link && lastOf.TryGetValue((link.Platform, link.NativeId), out var index) && AreTwins(kept[index], sighting))
            {
                kept[index] = Richer(kept[index], sighting);
                continue;
            }

            if (sighting.Link is { } own)
                lastOf[(own.Platform, own.NativeId)] = kept.Count;
            kept.Add(sighting);
        }

        return kept.DrainToImmutable();
    }

    private static bool AreTwins(EmbedSighting first, EmbedSighting second)
    {
        // A post does not contain itself: what lies inside is the same embed, kept back or half rendered.
        if (first.IsFallback || second.IsFallback || !first.IsInText && first.Element.Contains(second.Element))
            return true;
        if (first.IsBlock || second.IsBlock)
            return ShareWrapper(first.Element, second.Element);
        // Two official quotations with words are two quotations, however near.
        return !(HasWords(first) && HasWords(second)) && first.Form != second.Form && ShareWrapper(first.Element, second.Element);
    }

    private static bool ShareWrapper(IElement first, IElement second)
    {
        var a = first.ParentElement;
        for (var up = 0; up < Nearby && a is { LocalName: not ("body" or "article" or "main") }; up++, a = a.ParentElement)
        {
            var b = second.ParentElement;
            for (var down = 0; down < Nearby && b is not null; down++, b = b.ParentElement)
            {
                if (ReferenceEquals(a, b))
                    return true;
            }
        }

        return IsNext(first, second);
    }

    /// <summary>Editors that make paragraphs of everything wrap the frame behind its quotation once more.</summary>
    private static bool IsNext(IElement first, IElement second)
    {
        for (var up = 0; up < Nearby; up++)
        {
            if (ReferenceEquals(first.NextElementSibling, second))
                return true;
            if (second.ParentElement is not { ChildElementCount: 1 } wrapper)
                return false;
            second = wrapper;
        }

        return false;
    }

    private static EmbedSighting Richer(EmbedSighting first, EmbedSighting second)
    {
        if (first.IsBlock || second.IsBlock)
            return first.IsBlock ? first : second;
        var winner = Facts(second.Facts) > Facts(first.Facts) || first.IsFallback && !second.IsFallback && Facts(second.Facts) == Facts(first.Facts) ? second : first;
        var loser = ReferenceEquals(winner, first) ? second : first;
        return winner with { Twins = loser.IsInText ? [.. first.Twins, .. second.Twins] : [.. first.Twins, .. second.Twins, loser.Element], IsFallback = first.IsFallback && second.IsFallback, Position = first.Position, Region = first.Region };
    }

    private static bool HasWords(EmbedSighting sighting) => sighting.Facts.Text is not null;

    private static int Facts(PostFacts facts) =>
        (facts.Text is null ? 0 : 8) + (facts.Author?.Name is null ? 0 : 2) + (facts.Author?.Handle is null ? 0 : 1) + (facts.Published is null ? 0 : 2) + (facts.Card is null ? 0 : 1);
}
