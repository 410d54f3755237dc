using Embeds.Detection;

namespace Embeds.Tests.Detection;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("tweet-author__name", "tweet author name")]
    [InlineData("TweetAuthor-screenName", "Tweet Author screen Name")]
    [InlineData("data-tweet-id", "data tweet id")]
    [InlineData("Youtube2ToDOM", "Youtube To DOM")]
    [InlineData("  a\tb ", "a b")]
    [InlineData("123", "")]
    [InlineData("", "")]
    public void Words_of_a_name_are_told_apart(string name, string words)
    {
        var found = new List<string>();
        foreach (var word in new NameWords(name))
            found.Add(word.ToString());

        Assert.Equal(words, string.Join(' ', found));
    }
}
