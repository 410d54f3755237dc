using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Embeds.Detection;

namespace Embeds.Tests.Detection;

public sealed class PageRegionsTests
{
    [Theory]
    [InlineData("<div class=\"sidebar\">", "Surroundings")]
    [InlineData("<div class=\"site_footer dark\">", "Surroundings")]
    [InlineData("<div class=\"relatedArticles\">", "Surroundings")]
    [InlineData("<div id=\"comments\">", "Comments")]
    [InlineData("<div class=\"comment-list\">", "Comments")]
    [InlineData("<div class=\"comment\">", "Article")]
    [InlineData("<div class=\"tone-comment\">", "Article")]
    [InlineData("<div class=\"widget widget_text\">", "Surroundings")]
    [InlineData("<div class=\"widget widget--tweet\">", "Article")]
    [InlineData("<nav>", "Surroundings")]
    [InlineData("<footer>", "Surroundings")]
    [InlineData("<div class=\"lay-sidebar\">", "Article")]
    [InlineData("<div class=\"sidebar__main\">", "Article")]
    [InlineData("<div class=\"l-sidebar-fixed\">", "Article")]
    [InlineData("<div class=\"content-sidebar-wrap\">", "Article")]
    [InlineData("<div class=\"has-sidebar\">", "Article")]
    [InlineData("<body class=\"sidebar\">", "Article")]
    [InlineData("<div class=\"unrelatedly\">", "Article")]
    [InlineData("<div>", "Article")]
    public void Names_tell_the_region(string tag, string expected)
    {
        var document = new HtmlParser().ParseDocument(tag);
        var element = tag.StartsWith("<body", StringComparison.Ordinal) ? document.Body! : document.Body!.FirstElementChild!;

        Assert.Equal(expected, PageRegions.Inside((Element)element, PageRegion.Article, inArticle: false).ToString());
    }

    [Fact]
    public void Footer_within_the_article_is_the_articles()
    {
        var footer = new HtmlParser().ParseDocument("<footer>").Body!.FirstElementChild!;

        Assert.Equal(PageRegion.Article, PageRegions.Inside((Element)footer, PageRegion.Article, inArticle: true));
    }
}
