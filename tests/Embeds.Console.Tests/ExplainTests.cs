using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class ExplainTests
{
    private const string Recovered = "The bridge is open again.\n\nSo glad! #bridge\n\n— Ada Vale (@adavale) May 4, 2020\n";

    [Fact]
    public async Task Recovered_quote_says_which_words_spoke_for_it_and_how_much()
    {
        var run = await Run.WithInput(Recovered, "-", "--explain");

        Assert.Equal(0, run.ExitCode);
        var words = string.Join(' ', run.Lines.Select(line => line.TrimStart('│', ' ')));
        Assert.Contains("+5 The words have a hashtag.", words.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The text ends with a name, a handle and a date, as an embedded post does when its markup is gone: “— Ada Vale (@adavale) May 4, 2020”.", words, StringComparison.Ordinal);
        Assert.Contains("99 % that it is a post", words, StringComparison.Ordinal);
        Assert.Contains("author: the article's words, for the embed is gone, 97 % sure", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedded_post_says_where_its_parts_are_from()
    {
        var run = await Run.WithInput(Pages.OnePost, "-", "--explain");

        Assert.Contains("Where it is from:", run.Output, StringComparison.Ordinal);
        Assert.Contains("the markup of the embed in the article", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Why it was taken", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_explained_unasked()
    {
        var run = await Run.WithInput(Recovered, "-");

        Assert.DoesNotContain("Why it was taken", run.Output, StringComparison.Ordinal);
    }
}
