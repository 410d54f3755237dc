using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>What an address says of a post: which one it is, under its one canonical permalink.</summary>
public sealed record PostLink
{
    /// <summary>The platform's id, see <see cref="Embeds.Platforms.Platform.Id"/>.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's own id of the post, as its permalink has it.</summary>
    public required string NativeId { get; init; }

    /// <summary>The one canonical permalink to which every spelling is folded.</summary>
    public required string Permalink { get; init; }

    /// <summary>The author's handle, without <c>@</c>, where the address names it; null otherwise.</summary>
    public string? Handle { get; init; }

    /// <summary>The kind of post, where the address tells; null otherwise.</summary>
    public PostKind? Kind { get; init; }

    /// <summary>The address as the page has it.</summary>
    public required string Seen { get; init; }
}
