using System.Collections.Frozen;

namespace Embeds.Languages;

/// <summary>The abbreviations of time zones that widgets print, as ISO 8601 offsets.</summary>
internal static class TimeZones
{
    private static readonly FrozenDictionary<string, string> Offsets = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CDT"] = "-05:00",
        ["CEST"] = "+02:00",
        ["CET"] = "+01:00",
        ["EDT"] = "-04:00",
        ["EST"] = "-05:00",
        ["GMT"] = "Z",
        ["MDT"] = "-06:00",
        ["MST"] = "-07:00",
        ["PDT"] = "-07:00",
        ["PST"] = "-08:00",
        ["UTC"] = "Z",
        ["Z"] = "Z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The offset, or null for a word that is none, or that means several (<c>BST</c>, <c>IST</c>, <c>CST</c>).</summary>
    public static string? Offset(ReadOnlySpan<char> abbreviation) =>
        Offsets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(abbreviation, out string? offset) ? offset : null;
}
