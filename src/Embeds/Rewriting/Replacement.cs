namespace Embeds.Rewriting;

/// <summary>One place where a block stands for an embed.</summary>
public sealed record Replacement
{
    /// <summary>Key of the block.</summary>
    public required string Key { get; init; }

    /// <summary>Seal of the block as it stands in the article.</summary>
    public required string Sha256 { get; init; }

    /// <summary>First byte of the replaced markup in the original.</summary>
    public required int Start { get; init; }

    /// <summary>Byte after its last.</summary>
    public required int End { get; init; }

    /// <summary>First byte of the block in the rewritten article.</summary>
    public required int NewStart { get; init; }

    /// <summary>Byte after its last.</summary>
    public required int NewEnd { get; init; }
}
