using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// Finds the posts that a text names: a permalink alone in its line, a quotation in Markdown that ends with its source, a
/// code that a CMS left behind.
/// </summary>
internal sealed class TextFinder(PlatformCatalog catalog, ArticleParser parser)
{
    /// <summary>All that an article in plain text has.</summary>
    public ImmutableArray<TextSighting> InPlainText(string text) => InOrder([.. Codes(text), .. Lines(text)]);

    /// <summary>What the text between the elements of Markdown has.</summary>
    public ImmutableArray<TextSighting> InMarkdown(string text) => InOrder([.. Codes(text), .. Lines(text), .. Quotations(text)]);

    /// <summary>What the text between the elements of a page has.</summary>
    public ImmutableArray<TextSighting> InPage(string text) => Codes(text);

    private ImmutableArray<TextSighting> Codes(string text) => ShortCode.In(text, catalog);

    private List<TextSighting> Lines(string text)
    {
        List<TextSighting> found = [];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (BareLink.OfLine(line, catalog) is not { } link)
                continue;
            var end = range.End.GetOffset(text.Length);
            var start = end - line.TrimStart().Length;
            found.Add(new TextSighting(CarriedPost.Of(link, EmbedForm.BareLink, "bare-link", catalog), start, start + line.Trim().Length));
        }

        return found;
    }

    private List<TextSighting> Quotations(string text)
    {
        List<TextSighting> found = [];
        foreach (var (html, start, end) in MarkdownQuote.In(text))
        {
            if (parser.Parse(html).QuerySelector("blockquote") is { } element && DegradedQuote.Read(element, catalog) is { } post)
                found.Add(new TextSighting(post, start, end));
        }

        return found;
    }

    private static ImmutableArray<TextSighting> InOrder(ImmutableArray<TextSighting> found) => found.Sort((a, b) => a.Start.CompareTo(b.Start));
}
