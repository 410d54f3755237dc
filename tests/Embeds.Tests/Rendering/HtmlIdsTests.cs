using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class HtmlIdsTests
{
    [Fact]
    public void Same_key_again_gets_a_number()
    {
        var ids = new HtmlIds("qb");

        Assert.Equal(["qb-x-1", "qb-x-1-2", "qb-x-1-3"], Enumerable.Range(0, 3).Select(_ => ids.Next("x:1")));
    }

    [Fact]
    public void Key_that_looks_like_a_numbered_one_does_not_collide()
    {
        var ids = new HtmlIds("qb");

        string[] given = [ids.Next("x:1-2"), ids.Next("x:1"), ids.Next("x:1"), ids.Next("x:1_2"), ids.Next("x:1.2")];

        Assert.Equal(given.Length, given.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("x:1", "x:1-by")]
    [InlineData("x:1-by", "x:1")]
    public void Caption_of_one_is_not_the_figure_of_another(string first, string second)
    {
        var ids = new HtmlIds("qb");
        string a = ids.Next(first);
        string b = ids.Next(second);

        Assert.Equal(4, new HashSet<string>(StringComparer.Ordinal) { a, HtmlIds.Caption(a), b, HtmlIds.Caption(b) }.Count);
    }

    [Fact]
    public void Hash_of_a_text_key_is_kept_whole()
    {
        string hash = new('a', 63);
        var ids = new HtmlIds("qb");

        Assert.Equal($"qb-text-{hash}b", ids.Next($"text:{hash}b"));
        Assert.Equal($"qb-text-{hash}c", ids.Next($"text:{hash}c"));
    }

    [Fact]
    public void Case_is_kept_because_ids_of_videos_differ_by_it()
    {
        var ids = new HtmlIds("qb");

        Assert.Equal("qb-youtube-aB_-c", ids.Next("youtube:aB_-c"));
        Assert.Equal("qb-youtube-ab_-c", ids.Next("youtube:ab_-c"));
    }
}
