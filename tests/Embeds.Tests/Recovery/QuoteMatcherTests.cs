using CsCheck;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

public class QuoteMatcherTests
{
    [Theory]
    [InlineData("So glad the bridge is open again", "So glad the bridge is open again! https://t.co/aB3", QuoteMatchKind.Contained)]
    [InlineData("“So glad” the bridge  is open", "\"so glad\" the bridge is open pic.twitter.com/aB3", QuoteMatchKind.Equal)]
    [InlineData("the bridge is open again", "So glad the bridge is open again and that I live beside it", QuoteMatchKind.Contained)]
    [InlineData("So glad that the old bridge is open again today", "So glad the old bridge is open again today", QuoteMatchKind.Overlapping)]
    [InlineData("橋がまた開いて本当にうれしい", "橋がまた開いて本当にうれしい！ #橋", QuoteMatchKind.Contained)]
    public void Words_match_their_post_in_the_surest_way(string words, string post, object kind) =>
        Assert.Equal((QuoteMatchKind)kind, QuoteMatcher.Best(words, ["Something else entirely stands here", post])?.Kind);

    [Theory]
    [InlineData("So glad the bridge is open again", "The bridge is closed for ever")]
    [InlineData("open", "The bridge is open again")]
    [InlineData("", "The bridge is open again")]
    [InlineData("So glad", "")]
    public void Other_words_match_nothing(string words, string post) => Assert.Null(QuoteMatcher.Best(words, [post]));

    [Fact]
    public void Equal_words_win_over_a_part_of_a_longer_post() =>
        Assert.Equal(1, QuoteMatcher.Best("the bridge is open again", ["so glad the bridge is open again", "The bridge is open again."])?.Index);

    [Fact]
    public void Two_posts_of_the_same_words_match_neither() => Assert.Null(QuoteMatcher.Best("the bridge is open", ["The bridge is open", "the bridge is open"]));

    [Fact]
    public void Translation_matches_by_what_survives_it()
    {
        const string words = "Thank you @marisolcosta, after 11 years in Valdoria. #PuenteAbierto";
        string[] posts = ["Otra cosa con @otra y 12 más", "Gracias @marisolcosta tras 11 años en Valdoria #PuenteAbierto"];
        QuoteMatch match = Assert.IsType<QuoteMatch>(QuoteMatcher.Best(words, posts, translated: true));
        Assert.Equal((1, QuoteMatchKind.Entities), (match.Index, match.Kind));
        Assert.Null(QuoteMatcher.Best("Thank you all", posts, translated: true));
    }

    [Fact]
    public void Normalizing_twice_changes_nothing_more() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["aB “”„'’–—… .\u00A0\n#@/:htps"]), 0, 60].Sample(text =>
        {
            string once = QuoteMatcher.Normalize(text);
            return string.Equals(QuoteMatcher.Normalize(once), once, StringComparison.Ordinal);
        });

    [Fact]
    public void Words_always_match_themselves() =>
        Gen.String[Gen.Char["ab cd ef"], 1, 40].Where(text => QuoteMatcher.Normalize(text).Length > 0).Sample(text =>
            QuoteMatcher.Best(text, [text]) is { Kind: QuoteMatchKind.Equal, Percent: 100 });
}
