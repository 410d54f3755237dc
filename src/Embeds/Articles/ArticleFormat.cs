namespace Embeds.Articles;

/// <summary>How an article's text is to be read.</summary>
internal enum ArticleFormat
{
    Html,

    /// <summary>Markdown with raw HTML in it: read as HTML, but lines and code fences count.</summary>
    Markdown,

    PlainText,
}
