namespace Embeds.Rewriting;

/// <summary>One place where the rewritten article differs from the original: a block stands for an embed, or something that belonged to one is gone.</summary>
public sealed record Replacement
{
    /// <summary>Key of the block; null where none was set in: a fallback, the rest of a wrapper, a loader went.</summary>
    public required string? Key { get; init; }

    /// <summary>Seal of the block as it stands in the article; null where there is none.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>First byte of the replaced markup in the original.</summary>
    public required int Start { get; init; }

    /// <summary>Byte after its last.</summary>
    public required int End { get; init; }

    /// <summary>First byte of what stands in its place in the rewritten article.</summary>
    public required int NewStart { get; init; }

    /// <summary>Byte after its last; <see cref="NewStart"/> where nothing does.</summary>
    public required int NewEnd { get; init; }
}
