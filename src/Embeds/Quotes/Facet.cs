namespace Embeds.Quotes;

/// <summary>A span of a post's text with a meaning. Offsets are Unicode code points, 0-based, end exclusive.</summary>
public sealed record Facet
{
    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>What the span is.</summary>
    public required FacetType Type { get; init; }

    /// <summary>Link: the URL as posted; mention: the profile's URL; hashtag: the tag without <c>#</c>.</summary>
    public string? Target { get; init; }

    /// <summary>Where a shortened link leads.</summary>
    public string? Expanded { get; init; }

    /// <summary>The displayed form, where it differs from the text.</summary>
    public string? Display { get; init; }

    /// <summary>Mention: the account's stable id.</summary>
    public string? Id { get; init; }
}
