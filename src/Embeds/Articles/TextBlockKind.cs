namespace Embeds.Articles;

/// <summary>What a block of an article's text is.</summary>
internal enum TextBlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quotation,
    Caption,
}
