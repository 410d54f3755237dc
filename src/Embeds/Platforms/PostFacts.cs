using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>
/// What one source (an embed's markup, an oEmbed answer, an archived copy …) says of a post. Null and empty mean that it
/// does not say. Capture merges the facts of several sources field by field and keeps which came from where.
/// </summary>
public sealed record PostFacts
{
    /// <summary>By which way these facts came.</summary>
    public required Via Via { get; init; }

    /// <summary>The reader that found them, such as <c>x.blockquote</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure the source is, percent; 100 = copied verbatim from a structured field.</summary>
    public int Confidence { get; init; } = 100;

    /// <summary>The snippet or address that shows them; null when the article's markup itself does.</summary>
    public string? Evidence { get; init; }

    /// <summary>UTC time at which the source was read; null for the article's own markup.</summary>
    public string? At { get; init; }

    /// <summary>The kind of post.</summary>
    public PostKind? Kind { get; init; }

    /// <summary>Who wrote it.</summary>
    public Author? Author { get; init; }

    /// <summary>Its words.</summary>
    public PostText? Text { get; init; }

    /// <summary>When it was published.</summary>
    public Published? Published { get; init; }

    /// <summary>UTC time of its last edit.</summary>
    public string? EditedAt { get; init; }

    /// <summary>Attached media.</summary>
    public ImmutableArray<Media> Media { get; init; } = [];

    /// <summary>Preview of a link, or the title of a video or a track.</summary>
    public LinkCard? Card { get; init; }

    /// <summary>Poll.</summary>
    public Poll? Poll { get; init; }

    /// <summary>The post that it quotes.</summary>
    public PostRef? Quoted { get; init; }

    /// <summary>The conversation it stands in.</summary>
    public PostThread? Thread { get; init; }

    /// <summary>Counts.</summary>
    public Metrics? Metrics { get; init; }
}
