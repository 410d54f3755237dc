namespace Embeds.Quotes;

/// <summary>A picture, video, sound or file of a post.</summary>
public sealed record Media
{
    /// <summary>What it is.</summary>
    public required MediaType Type { get; init; }

    /// <summary>Where it was.</summary>
    public string? Url { get; init; }

    /// <summary>Its description by the author.</summary>
    public string? Alt { get; init; }

    /// <summary>Media type of the kept copy.</summary>
    public string? Mime { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Size of the kept copy.</summary>
    public long? Bytes { get; init; }

    /// <summary>Hash of the kept copy, 64 lower-case hex digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Relative path of the kept copy: <c>blobs/ab/&lt;sha256&gt;.ext</c>; needs <see cref="Sha256"/>.</summary>
    public string? Path { get; init; }

    /// <summary>Still picture of a video.</summary>
    public string? Poster { get; init; }

    /// <summary>Marked as sensitive by its author or platform.</summary>
    public bool? Sensitive { get; init; }
}
