using System.Runtime.InteropServices;

namespace Embeds.Articles;

/// <summary>A text without some of its spans, that knows where each of its places stood.</summary>
internal sealed class TrimmedText
{
    private readonly List<(int Start, int End)> _cuts;

    /// <summary>For each cut the place in what is left of that which stood behind it.</summary>
    private readonly int[] _places;

    private TrimmedText(string text, List<(int Start, int End)> cuts)
    {
        (Text, _cuts, _places) = (text, cuts, new int[cuts.Count]);
        var gone = 0;
        for (var i = 0; i < cuts.Count; i++)
        {
            _places[i] = cuts[i].Start - gone;
            gone += cuts[i].End - cuts[i].Start;
        }
    }

    /// <summary>What is left.</summary>
    public string Text { get; }

    /// <summary>A text of which nothing is gone.</summary>
    public static TrimmedText Whole(string text) => new(text, []);

    /// <param name="text">All of it.</param>
    /// <param name="cuts">The spans to leave out, in their order and apart from each other.</param>
    public static TrimmedText Without(string text, List<(int Start, int End)> cuts)
    {
        var gone = 0;
        foreach (var (start, end) in CollectionsMarshal.AsSpan(cuts))
            gone += end - start;
        var left = string.Create(text.Length - gone, (text, cuts), static (left, all) =>
        {
            var at = 0;
            foreach (var (start, end) in CollectionsMarshal.AsSpan(all.cuts))
            {
                all.text.AsSpan(at, start - at).CopyTo(left);
                left = left[(start - at)..];
                at = end;
            }

            all.text.AsSpan(at).CopyTo(left);
        });
        return new TrimmedText(left, cuts);
    }

    /// <summary>Where the unit at a place of <see cref="Text"/> stood in the whole text.</summary>
    public int InWhole(int place)
    {
        var next = Array.BinarySearch(_places, place);
        // Behind the last of several cuts at one place.
        for (next = next < 0 ? ~next : next; next < _places.Length && _places[next] == place; next++)
        {
        }

        return next == 0 ? place : place + _cuts[next - 1].End - _places[next - 1];
    }
}
