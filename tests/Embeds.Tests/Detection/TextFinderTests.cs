using CsCheck;
using Embeds.Articles;
using Embeds.Detection;
using Embeds.Platforms;

namespace Embeds.Tests.Detection;

public sealed class TextFinderTests
{
    private const string Post = "https://twitter.com/nell_harrow/status/1031200000000000001";

    private static readonly TextFinder Finder = new(new PlatformCatalog(PlatformCatalog.BuiltIn), new ArticleParser(TimeSpan.FromSeconds(20), TimeProvider.System));

    [Theory]
    [InlineData("The ferry is back.\n\n" + Post + "\n\nIt sails on Monday.", Post)]
    [InlineData("The ferry is back.\r\n  <" + Post + ">\r\n", "<" + Post + ">")]
    [InlineData("One [embed]" + Post + "[/embed] two", "[embed]" + Post + "[/embed]")]
    [InlineData("{{< tweet 1031200000000000001 >}}", "{{< tweet 1031200000000000001 >}}")]
    public void Place_of_a_post_is_known(string text, string place)
    {
        var found = Assert.Single(Finder.InPlainText(text, Fail));

        Assert.Equal("1031200000000000001", found.Post.Reading.Link!.NativeId);
        Assert.Equal(place, text[found.Start..found.End]);
    }

    [Theory]
    [InlineData("See " + Post + " there.")]
    [InlineData("https://twitter.com/nell_harrow")]
    [InlineData("[tweet](" + Post + ")")]
    [InlineData("[tweet 12]")]
    [InlineData("{% tweet %} [embed][/embed] [media=twitter][/media] {youtube}{/youtube}")]
    public void Words_about_a_post_are_none(string text) => Assert.Empty(Finder.InPlainText(text, Fail));

    [Fact]
    public void Codes_and_lines_come_in_the_order_of_the_text()
    {
        var found = Finder.InMarkdown("[tweet 1031200000000000001]\nhttps://twitter.com/a/status/1031200000000000002\n> Calm.\n> — [@b](https://twitter.com/b/status/1031200000000000003)\n\n[tweet 1031200000000000004]", Fail);

        Assert.Equal(["1", "2", "3", "4"], found.Select(f => f.Post.Reading.Link!.NativeId[^1..]));
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        Gen.OneOf("[", "]", "[/", "{{<", ">}}", "{%", "%}", "@[", "](", ")", "{", "}", "tweet", "embed", "media=", "=", "\"", " ", "\n", ">", Post, "1031200000000000001")
            .Array[0, 30].Select(string.Concat)
            .Sample(text =>
            {
                Assert.All(Finder.InMarkdown(text, Fail), f => Assert.InRange(f.End, f.Start + 1, text.Length));
            });
    }

    private static void Fail(string what, Exception e) => Assert.Fail($"{what}: {e}");
}
