using CsCheck;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

public class FacetsTests
{
    [Theory]
    [InlineData("Thanks @ada_vale!", FacetType.Mention, "@ada_vale", null)]
    [InlineData("Thanks @ada.vale.example.", FacetType.Mention, "@ada.vale.example", null)]
    [InlineData("Thanks @ada@vale.example", FacetType.Mention, "@ada@vale.example", null)]
    [InlineData("😀 the #LornBridge", FacetType.Hashtag, "#LornBridge", "LornBridge")]
    [InlineData("橋が開いた。#橋の日", FacetType.Hashtag, "#橋の日", "橋の日")]
    [InlineData("See https://t.co/aB3.", FacetType.Link, "https://t.co/aB3", "https://t.co/aB3")]
    [InlineData("See pic.twitter.com/aB3", FacetType.Link, "pic.twitter.com/aB3", null)]
    public void Facet_is_found_in_code_points(string words, FacetType type, string shown, string? target)
    {
        Facet facet = Assert.Single(Facets.Of(words, mayBeEdited: false));
        Assert.Equal((type, shown, target), (facet.Type, Shown(words, facet), facet.Target));
    }

    [Theory]
    [InlineData("Mail ada@vale")]
    [InlineData("We are #1 in 2020, at 5 @ 6")]
    [InlineData("C# and F#")]
    public void What_is_no_facet_is_none(string words) => Assert.Empty(Facets.Of(words, mayBeEdited: true));

    [Theory]
    [InlineData("Welcome @alcaldesa (Mayor Torres) to us", "(Mayor Torres)")]
    [InlineData("She [the mayor] is welcome", "[the mayor]")]
    public void Editors_gloss_is_marked_where_the_words_may_be_edited(string words, string gloss)
    {
        Assert.Equal(gloss, Shown(words, Assert.Single(Facets.Of(words, mayBeEdited: true), facet => facet.Type == FacetType.Gloss)));
        Assert.DoesNotContain(Facets.Of(words, mayBeEdited: false), facet => facet.Type == FacetType.Gloss);
    }

    [Theory]
    [InlineData("[Ad] New shoes")]
    [InlineData("@ada (see below) and (he is gone)")]
    public void Bracket_of_the_posts_own_is_no_gloss(string words) =>
        Assert.DoesNotContain(Facets.Of(words, mayBeEdited: true), facet => facet.Type == FacetType.Gloss);

    [Fact]
    public void Facets_are_in_order_and_within_the_words() =>
        Gen.String[Gen.Char["a@#[]() .:/htps\uD83D\uDE00橋"], 0, 60].Sample(words =>
        {
            int end = 0;
            int length = new CodePointIndex(words).At(words.Length);
            foreach (Facet facet in Facets.Of(words, mayBeEdited: true))
            {
                Assert.True(end <= facet.Start && facet.Start < facet.End && facet.End <= length);
                end = facet.End;
            }
        });

    private static string Shown(string words, Facet facet) =>
        string.Concat(words.EnumerateRunes().Skip(facet.Start).Take(facet.End - facet.Start).Select(rune => rune.ToString()));
}
