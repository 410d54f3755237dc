using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// Finds the posts that a text names: a permalink alone in its line, a quotation in Markdown that ends with its source, a
/// code that a CMS left behind. What a platform's reader throws is reported and loses what it was asked about.
/// </summary>
internal sealed class TextFinder(PlatformCatalog catalog, ArticleParser parser)
{
    /// <summary>All that an article in plain text has.</summary>
    public ImmutableArray<TextSighting> InPlainText(string text, Action<string, Exception> lose) => InOrder([.. Codes(text, lose), .. Lines(text, lose)]);

    /// <summary>What the text between the elements of Markdown has.</summary>
    public ImmutableArray<TextSighting> InMarkdown(string text, Action<string, Exception> lose) =>
        InOrder([.. Codes(text, lose), .. Lines(text, lose), .. Quotations(text, lose)]);

    /// <summary>What the text between the elements of a page has.</summary>
    public ImmutableArray<TextSighting> InPage(string text, Action<string, Exception> lose) => Codes(text, lose);

    private ImmutableArray<TextSighting> Codes(string text, Action<string, Exception> lose)
    {
        try
        {
            return ShortCode.In(text, catalog);
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            lose("Codes in the text", e);
            return [];
        }
    }

    private List<TextSighting> Lines(string text, Action<string, Exception> lose)
    {
        List<TextSighting> found = [];
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            try
            {
                if (BareLink.OfLine(line, catalog) is not { } link)
                    continue;
                var end = range.End.GetOffset(text.Length);
                var start = end - line.TrimStart().Length;
                found.Add(new TextSighting(CarriedPost.Of(link, EmbedForm.BareLink, "bare-link", catalog), start, start + line.Trim().Length));
            }
            catch (Exception e) when (PageWalk.IsOfReader(e))
            {
                lose("An address alone in its line", e);
            }
        }

        return found;
    }

    private List<TextSighting> Quotations(string text, Action<string, Exception> lose)
    {
        List<TextSighting> found = [];
        foreach (var (html, start, end) in MarkdownQuote.In(text))
        {
            if (parser.Parse(html).QuerySelector("blockquote") is not { } element)
                continue;
            try
            {
                if (DegradedQuote.Read(element, catalog) is { } post)
                    found.Add(new TextSighting(post, start, end));
            }
            catch (Exception e) when (PageWalk.IsOfReader(e))
            {
                lose("A quotation", e);
            }
        }

        return found;
    }

    private static ImmutableArray<TextSighting> InOrder(ImmutableArray<TextSighting> found) => found.Sort((a, b) => a.Start.CompareTo(b.Start));
}
