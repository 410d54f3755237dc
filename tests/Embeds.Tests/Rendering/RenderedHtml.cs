using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Embeds.Tests.Rendering;

/// <summary>Looks at rendered HTML as a browser would.</summary>
internal static class RenderedHtml
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "figure", "blockquote", "figcaption", "p", "br", "a", "b", "i", "s", "em", "strong", "small",
        "code", "span", "cite", "time", "ul", "ol", "li", "div", "img", "meta", "data", "details", "summary",
    };

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static IElement Blockquote(string html) =>
        Parse(html).QuerySelector("figure > blockquote") ?? throw new InvalidOperationException("There is no blockquote.");

    /// <summary>Nothing in the document can run, load from elsewhere or style.</summary>
    public static void AssertInert(string html)
    {
        foreach (IElement element in Parse(html).All)
        {
            Assert.True(Harmless.Contains(element.LocalName), element.LocalName);
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), attribute.Name);
                Assert.False(attribute.Name is "style");
                if (attribute.Name is "href" or "cite" or "itemid")
                    Assert.Matches("^(https?://[^/]|blobs/)", attribute.Value);
                if (attribute.Name is "src")
                    Assert.StartsWith("blobs/", attribute.Value, StringComparison.Ordinal);
            }
        }
    }
}
