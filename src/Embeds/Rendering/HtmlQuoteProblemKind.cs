namespace Embeds.Rendering;

/// <summary>What can be wrong with a quote's figure.</summary>
public enum HtmlQuoteProblemKind
{
    /// <summary>The figure carries no JSON: it was rendered without, or a filter took it away. A block may be given all the same, of what its microformats say.</summary>
    NoCarrier,

    /// <summary>The JSON is no quote block.</summary>
    BadCarrier,

    /// <summary>The words shown are not the words of the block that the figure carries; white space aside.</summary>
    OtherWords,
}
