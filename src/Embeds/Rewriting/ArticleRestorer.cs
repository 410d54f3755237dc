using System.Collections.Immutable;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>Gives back the article whose blocks keep what they replaced.</summary>
internal static class ArticleRestorer
{
    /// <param name="source">The file.</param>
    /// <param name="pages">Its pages.</param>
    /// <returns>The original bytes; the same bytes when no block keeps anything.</returns>
    public static ReadOnlyMemory<byte> Restore(SourceBytes source, IEnumerable<PageSource> pages)
    {
        List<Splice> splices = [];
        foreach (var page in pages)
        {
            foreach (var (start, end, original) in PlacedBlocks.In(page))
            {
                if (page.Inlay.TryPlace(start, end, out var place))
                    splices.Add(new Splice(place.Start, place.End, original));
            }
        }

        splices.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Splice.Write(source, splices);
    }
}
