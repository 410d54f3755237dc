namespace Embeds.Platforms.Sources;

/// <summary>In what an answer counts the offsets of its text.</summary>
internal enum OffsetUnit
{
    /// <summary>Unicode code points, as blocks do.</summary>
    CodePoint,

    /// <summary>UTF-16 units.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,
}
