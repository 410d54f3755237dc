namespace Embeds.Cli.Output;

/// <summary>What is written; the names are those that are typed.</summary>
internal enum OutputFormat
{
    /// <summary>For a person on a terminal.</summary>
    Summary,

    /// <summary><c>quoteblocks/1</c>: one document an article, an array of them for several.</summary>
    Json,

    /// <summary>The same documents, one a line, in the order finished.</summary>
    Ndjson,

    /// <summary>A page that opens anywhere, with the blocks in it.</summary>
    Html,

    /// <summary>Quotations for a Markdown file.</summary>
    Markdown,

    /// <summary>Quotations in plain text.</summary>
    Text,
}
