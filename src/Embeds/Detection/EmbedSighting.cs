using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>One place in one article where a post is embedded.</summary>
internal sealed record EmbedSighting
{
    /// <summary>The form of a block that already stands in an embed's place: found, so that its twins are known, and never reported.</summary>
    public const string BlockForm = "quote-block";

    public required Platform Platform { get; init; }

    /// <summary>Which post; null where the markup shows words but no address.</summary>
    public required PostLink? Link { get; init; }

    public required string Form { get; init; }

    /// <summary>What the carrier says of the post.</summary>
    public required PostFacts Facts { get; init; }

    /// <summary>The element of the page that carries it. Markup hidden in an attribute has the element that hides it.</summary>
    public required IElement Element { get; init; }

    /// <summary>The carrier is a line or a code in the element's own text: around it is the article's text.</summary>
    public bool IsInText { get; init; }

    /// <summary>That line or code, as the text has it; null for every other carrier.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the place belongs to the article itself.</summary>
    public required PageRegion Region { get; init; }

    /// <summary>The carrier stands in a <c>noscript</c>: the fallback of something beside it.</summary>
    public bool IsFallback { get; init; }

    /// <summary>What else stands for the same embed: its <c>noscript</c> copy, a hidden original, a link below the frame.</summary>
    public ImmutableArray<IElement> Twins { get; init; } = [];

    public bool IsBlock => Form == BlockForm;

    /// <summary>Its position in the walk, for twins that lie near each other.</summary>
    public int Position { get; init; }
}
