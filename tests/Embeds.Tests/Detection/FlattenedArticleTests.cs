using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Embeds.Detection;

namespace Embeds.Tests.Detection;

public sealed class FlattenedArticleTests
{
    private const string Menu = "<ul><li><a href=/one>One</a><li><a href=/two><b>Two</b></a><li><a href=/three>Three</a></ul>";

    [Theory]
    [InlineData("<p>Before.</p>" + Menu + "<p>Behind.</p>", "Before.|Behind.")]
    [InlineData("<div>" + Menu + Menu + "</div><p>Behind.</p>", "Behind.")]
    [InlineData("<div><p>Own words.</p>" + Menu + "</div>", "Own words.")]
    [InlineData("<div><a href=/one>One</a><div><a href=/two>Two</a></div><a href=/three><p>Three</p></a></div><p>Behind.</p>", "Behind.")]
    public void Words_of_a_list_of_links_are_not_the_articles(string html, string blocks) => Assert.Equal(blocks.Split('|'), BlocksOf(html));

    [Theory]
    [InlineData("<div><a href=/one>One</a> <a href=/two>Two</a></div>", "One Two")]
    [InlineData("<ul><li><a href=/one>One</a><li><a href=/two>Two</a><li><a name=three>Three</a></ul>", "One|Two|Three")]
    [InlineData("<ul><li><a href=/one>One</a><li><a href=/two>Two</a><li><a href=/post>Three</a></ul>", "One|Two|Three")]
    [InlineData("<section><ul><li><a href=/one>One</a><li><a href=/two>Two</a><li><a href=/post>Three</a></ul></section>", "One|Two|Three")]
    [InlineData("<div><a href=/one>One</a><a href=/two>Two</a>" + Menu + "</div>", "OneTwo")]
    [InlineData("<div><a href=/one>One</a><a href=/two>Two</a><a href=/three>Three</a><i id=embed></i></div>", "OneTwoThree")]
    [InlineData("<p><a href=/one>One</a> <a href=/two>Two</a> <a href=/three>Three</a></p>", "One Two Three")]
    public void Links_that_may_be_the_articles_own_stay(string html, string blocks) => Assert.Equal(blocks.Split('|'), BlocksOf(html));

    [Fact]
    public void Links_of_a_block_behind_a_list_are_its_own()
    {
        var flat = Flat(Menu + "<p>See <a href=/four>there</a>.</p>");

        var link = Assert.Single(Assert.Single(flat.Text.Blocks).Links);
        Assert.Equal(("/four", "there"), (link.Target, flat.Text.Text[link.Start..link.End]));
    }

    private static string[] BlocksOf(string html)
    {
        var flat = Flat(html);
        return [.. flat.Text.Blocks.Select(block => flat.Text.Of(block).ToString())];
    }

    private static FlattenedArticle Flat(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        return FlattenedArticle.Of(body, body.QuerySelectorAll("#embed").ToHashSet<IElement>(), lang: null, everywhere: false, markdown: false, address => address == "/post");
    }
}
