namespace Embeds.Articles;

/// <summary>A link in a block of text: the words it covers, as UTF-16 units of the article's text, and where it leads.</summary>
internal readonly record struct TextLink(int Start, int End, string Target);
