using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>The line that ends an embedded post when its markup is gone: <c>— Name (@handle) November 17, 2017</c>.</summary>
internal sealed record Signature
{
    /// <summary>From the dash, or from the name where there is no dash, to the end of the date.</summary>
    public required TextSpan Span { get; init; }

    public required TextSpan HandleSpan { get; init; }

    public required string? Name { get; init; }

    public required string Handle { get; init; }

    /// <summary>Null where no date is printed.</summary>
    public required Published? Published { get; init; }

    /// <summary>The address behind the date, in Markdown, or right behind the signature.</summary>
    public required string? Link { get; init; }

    /// <summary>Whether the line holds nothing before the signature.</summary>
    public required bool HasOwnLine { get; init; }

    public required bool HasDash { get; init; }
}
