using Embeds.Rewriting;

namespace Embeds.Tests.Rewriting;

public sealed class ElementSpanTests
{
    /// <summary>The bars mark the element in its page.</summary>
    [Theory]
    [InlineData("<p>a</p>|<div>b<div>c</div></div>|d")]
    [InlineData("|<blockquote><!-- </blockquote> --><a title='</blockquote>'>x</a></blockquote>|<p>")]
    [InlineData("|<iframe src=x><blockquote></iframe>|</div>")]
    [InlineData("|<script>'<script>'</script>|x")]
    [InlineData("|<img src=x>|x")]
    [InlineData("|<amp-twitter data-x=1></amp-twitter>|x")]
    [InlineData("|<p>a</p>|x")]
    [InlineData("|<p>a|<div>b</div>")]
    [InlineData("|<DIV>a</div>|x")]
    public void End_is_found_where_the_source_says_it(string marked)
    {
        var parts = marked.Split('|');

        Assert.Equal(parts[0].Length + parts[1].Length, ElementSpan.EndOf(string.Concat(parts), parts[0].Length));
    }

    [Theory]
    [InlineData("<div>a")]
    [InlineData("<div><div></div>")]
    [InlineData("</div>")]
    [InlineData("<")]
    [InlineData("text")]
    [InlineData("")]
    public void Without_an_end_there_is_none(string html) => Assert.Null(ElementSpan.EndOf(html, 0));
}
