using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>A post's permalink alone in its block: the CMS or the reader was to make an embed of it.</summary>
internal static class BareLink
{
    private const int MaxLength = 400;
    private const int MaxWrappers = 4;

    // So many more make a row of them.
    private const int MinRow = 2;

    public static bool MayHold(string localName) => localName is "p" or "div" or "li" or "figure" or "center" or "td" or "dd" or "section";

    /// <summary>The link when the element holds nothing else that a reader sees; its words must be the address itself.</summary>
    public static PostLink? Read(IElement element, PlatformCatalog catalog)
    {
        var children = Unwrapped(element).ChildNodes;
        if (children.Length is 0 or > 5)
            return null;
        string? words = null;
        IElement? anchor = null;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText text when string.IsNullOrWhiteSpace(text.Data):
                case IElement { LocalName: "br" }:
                    continue;
                case IText text when words is null && text.Data.Length <= MaxLength:
                    words = text.Data;
                    break;
                case IElement { LocalName: "a" } a when words is null && a.ChildNodes.Length <= 1:
                    words = a.TextContent;
                    anchor = a;
                    break;
                default:
                    return null;
            }
        }

        return words is null || anchor is not null && IsOneOfMany(element) ? null : Link(words, anchor, catalog);
    }

    /// <summary>Editors set the address bold, or in a size.</summary>
    private static INode Unwrapped(IElement element)
    {
        INode holder = element;
        for (var depth = 0; depth < MaxWrappers && holder.ChildNodes is { Length: 1 } only && only[0] is IElement { LocalName: "strong" or "em" or "b" or "i" or "u" or "span" or "font" or "small" } inner; depth++)
            holder = inner;
        return holder;
    }

    /// <summary>Pictures in a row that each link a post are what an account shows of itself.</summary>
    private static bool IsOneOfMany(IElement element) => IsPicture(element) && (Other(element, e => e.PreviousElementSibling) + Other(element, e => e.NextElementSibling)) >= MinRow;

    private static int Other(IElement element, Func<IElement, IElement?> next)
    {
        var count = 0;
        for (var other = next(element); count < MinRow && other is not null && IsPicture(other); other = next(other))
            count++;
        return count;
    }

    private static bool IsPicture(IElement element) =>
        element.FirstElementChild is { LocalName: "a", FirstElementChild.LocalName: "img" or "amp-img" or "picture" } only && element.ChildElementCount == 1 && string.IsNullOrWhiteSpace(only.TextContent);

    /// <summary>The link of a line of text that is nothing but an address.</summary>
    public static PostLink? OfLine(ReadOnlySpan<char> line, PlatformCatalog catalog)
    {
        line = line.Trim();
        if (line.Length > 2 && line[0] == '<' && line[^1] == '>')
            line = line[1..^1];
        return line.Length <= MaxLength && IsAddress(line) && catalog.KnowsHostIn(line) ? catalog.ReadLink(line) : null;
    }

    /// <summary>Whether the words of a link are an address or none at all: every other link is part of somebody's sentence.</summary>
    public static bool MayStandAlone(ReadOnlySpan<char> words) => words.IsEmpty || IsAddress(words) || IsShortAddress(words);

    private static PostLink? Link(string words, IElement? anchor, PlatformCatalog catalog)
    {
        var trimmed = words.AsSpan().Trim();
        if (anchor is null)
            return OfLine(trimmed, catalog);
        // "Read more here" is the editor's sentence; an address, whole or shortened, stands for the post. So does a picture that
        // links it, but not an empty link, which a style sheet makes an icon of.
        var showsAddress = trimmed.IsEmpty
            ? anchor.FirstElementChild is { LocalName: "img" or "amp-img" or "picture" }
            : IsAddress(trimmed) || IsShortAddress(trimmed);
        return showsAddress && anchor.GetAttribute("href") is { } href && catalog.KnowsHostIn(href) && !PictureFile.Is(href) ? catalog.ReadLink(href) : null;
    }

    private static bool IsShortAddress(ReadOnlySpan<char> text) => text.Contains('/') && text.Contains('.') && !text.Contains(' ');

    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Contains("://", StringComparison.Ordinal) && !text.ContainsAny(' ', '\n', '\t');
}
