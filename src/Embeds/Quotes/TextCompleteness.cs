namespace Embeds.Quotes;

/// <summary>How much of the post's text a block holds.</summary>
public enum TextCompleteness
{
    /// <summary>All of it, as far as the source shows.</summary>
    Full,

    /// <summary>The source itself cuts the text.</summary>
    Truncated,

    /// <summary>The source shows that a post exists but none of its words.</summary>
    Absent,

    /// <summary>The words were removed on purpose; see <see cref="Rights.Redactions"/>.</summary>
    Redacted,

    /// <summary>The source does not let one tell.</summary>
    Unknown,
}
