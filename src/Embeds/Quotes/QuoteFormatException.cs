namespace Embeds.Quotes;

/// <summary>
/// A text is not a <c>quoteblock/1</c> document, or a block cannot be written as one. The message says what is wrong and where.
/// </summary>
public sealed class QuoteFormatException : FormatException
{
    internal QuoteFormatException(string message, JsonPath path, Exception? inner = null)
        : base($"{message} Path: {path}", inner) => Path = path.ToString();

    internal QuoteFormatException(string message, Exception? inner = null, string? path = null)
        : base(message, inner) => Path = path;

    /// <summary>Where in the document, such as <c>$.text.facets[0].start</c>; null when the place is not known.</summary>
    public string? Path { get; }
}
