using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>
/// Collects the facets of a text from an answer that counts in a unit of its own. What lies outside the text, or cuts a
/// character, is let go: a wrong span is worse than none.
/// </summary>
/// <param name="text">The text to which the offsets belong.</param>
/// <param name="unit">In what they count.</param>
internal sealed class FacetList(string text, OffsetUnit unit)
{
    private const int MaxFacets = 1000;
    private readonly List<Facet> _facets = [];

    /// <param name="start">First unit.</param>
    /// <param name="end">Unit after the last.</param>
    /// <param name="facet">The facet; its offsets are set here.</param>
    public void Add(long? start, long? end, Facet facet)
    {
        if (_facets.Count < MaxFacets && PointAt(start) is { } from && PointAt(end) is { } to && from < to)
            _facets.Add(facet with { Start = from, End = to });
    }

    /// <summary>The facets in the order of their start.</summary>
    public ImmutableArray<Facet> ToImmutable() => [.. _facets.OrderBy(f => f.Start).ThenBy(f => f.End)];

    /// <summary>A facet whose place <see cref="Add"/> sets.</summary>
    public static Facet Of(FacetType type, string? target = null, string? expanded = null, string? display = null, string? id = null) => new()
    {
        Start = 0,
        End = 0,
        Type = type,
        Target = target,
        Expanded = WebAddress.Storable(expanded),
        Display = display,
        Id = id,
    };

    private int? PointAt(long? offset)
    {
        if (offset is not (>= 0 and <= int.MaxValue and var at))
            return null;
        switch (unit)
        {
            case OffsetUnit.Utf8:
                return CodePoints.TryFromUtf8(text, (int)at, out var point) ? point : null;
            case OffsetUnit.Utf16:
                return at > text.Length || at < text.Length && at > 0 && char.IsSurrogatePair(text[(int)at - 1], text[(int)at]) ? null : CodePoints.FromUtf16(text, (int)at);
            default:
                return CodePoints.TryToUtf16(text, (int)at, out _) ? (int)at : null;
        }
    }
}
