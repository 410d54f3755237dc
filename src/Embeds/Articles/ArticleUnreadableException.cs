namespace Embeds;

/// <summary>An article cannot be read: it is too large, is no text, or its markup is made to exhaust the parser.</summary>
public sealed class ArticleUnreadableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">A stable code such as <c>too-large</c>.</param>
    /// <param name="message">One sentence for a person.</param>
    public ArticleUnreadableException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="code">A stable code such as <c>too-large</c>.</param>
    /// <param name="message">One sentence for a person.</param>
    /// <param name="innerException">What went wrong.</param>
    public ArticleUnreadableException(string code, string message, Exception innerException)
        : base(message, innerException) => Code = code;

    /// <summary>
    /// A stable code: <c>empty</c>, <c>too-large</c>, <c>not-text</c>, <c>parse-deadline</c>, <c>deadline</c>, or that of a failed fetch.
    /// </summary>
    public string Code { get; }

    /// <summary>Whether the network, not the article, is at fault, so that another try may help.</summary>
    public bool IsNetwork { get; init; }
}
