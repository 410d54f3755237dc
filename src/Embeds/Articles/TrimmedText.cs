using System.Runtime.InteropServices;

namespace Embeds.Articles;

/// <summary>A text without some of its spans, that knows where each of its places stood.</summary>
internal sealed class TrimmedText
{
    private readonly List<(int Start, int End)> _cuts;

    /// <summary>For each cut the place in what is left of that which stood behind it; null until somebody asks.</summary>
    private int[]? _places;

    private TrimmedText(string text, List<(int Start, int End)> cuts) => (Text, _cuts) = (text, cuts);

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
        var places = _places ??= Places();
        var next = Array.BinarySearch(places, place);
        // Behind the last of several cuts at one place.
        for (next = next < 0 ? ~next : next; next < places.Length && places[next] == place; next++)
        {
        }

        return next == 0 ? place : place + _cuts[next - 1].End - places[next - 1];
    }

    private int[] Places()
    {
        var places = new int[_cuts.Count];
        var gone = 0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = _cuts[i].Start - gone;
            gone += _cuts[i].End - _cuts[i].Start;
        }

        return places;
    }
}
