using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class HtmlIdsTests
{
    [Fact]
    public void Same_key_again_gets_a_number()
    {
        var ids = new HtmlIds("qb");

        string first = ids.Next("x:1");

        Assert.Matches("^qb-[0-9a-f]{16}$", first);
        Assert.Equal([first + "-2", first + "-3"], Enumerable.Range(0, 2).Select(_ => ids.Next("x:1")));
    }

    [Fact]
    public void Same_key_has_the_same_id_on_every_page() => Assert.Equal(new HtmlIds("qb").Next("x:1"), new HtmlIds("qb").Next("x:1"));

    [Theory]
    [InlineData("x:1", "x:1-2")]
    [InlineData("x:1", "x:1-by")]
    [InlineData("x:1_2", "x:1.2")]
    [InlineData("youtube:aB_-c", "youtube:ab_-c")]
    public void Keys_that_look_alike_do_not_collide(string first, string second)
    {
        var ids = new HtmlIds("qb");
        string a = ids.Next(first);
        string b = ids.Next(second);

        Assert.Equal(4, new HashSet<string>(StringComparer.Ordinal) { a, HtmlIds.Caption(a), b, HtmlIds.Caption(b) }.Count);
    }

    // A reader that extracts articles would cut out a figure whose id says "social" or "comment".
    [Fact]
    public void Key_does_not_show_in_the_id() => Assert.DoesNotContain("social", new HtmlIds("qb").Next("mastodon:mastodon.social/1"), StringComparison.Ordinal);
}
