using CsCheck;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class MarkdownSourceTests
{
    private static readonly Gen<string> Markdown = Gen.OneOf("`", "``", "```\n", "~~~\n", "<http://a.example>", "{{<x 1>}}", "    ", "\n", "\n\n", "---\n", "<p>", "- a\n", "{% highlight %}\n", "{% endhighlight %}\n", "word", "\r\n", "\t", "é😀")
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void Every_line_keeps_its_place_and_its_length()
    {
        Markdown.Sample(source =>
        {
            var lines = source.Split('\n');
            var result = MarkdownSource.WithoutCode(source).Split('\n');

            Assert.Equal(lines.Select(l => l.Length), result.Select(l => l.Length));
        });
    }

    [Theory]
    [InlineData("a `<b>` c", "a       c")]
    [InlineData("a ``x ` y`` c", "a           c")]
    [InlineData("a ` b", "a ` b")]
    [InlineData("<https://news.example/1> x", " https://news.example/1  x")]
    [InlineData("{{<tweet 1>}}", "{{%tweet 1%}}")]
    [InlineData("<p>Say `hi`</p>", "<p>Say `hi`</p>")]
    [InlineData("```` \n```\na\n````\nb", "     \n   \n \n    \nb")]
    [InlineData("```a``` b", "        b")]
    [InlineData("a\n\n    code\n\n    more\nb", "a\n\n        \n\n        \nb")]
    [InlineData("a\n    goes on", "a\n    goes on")]
    [InlineData("- a\n\n    goes on", "- a\n\n    goes on")]
    [InlineData("---\na: `x`\n---\n`y`", "---\na: `x`\n---\n   ")]
    [InlineData("{% highlight js %}\nx\n{% endhighlight %}\ny", "                  \n \n                  \ny")]
    public void Code_becomes_blanks_and_nothing_else(string source, string expected) =>
        Assert.Equal(expected, MarkdownSource.WithoutCode(source));
}
