using System.Globalization;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Tests.Platforms.Sources;

public sealed class SignFacetsTests
{
    [Theory]
    [InlineData("with @ben.example.", "mention 5-17 of/ben.example")]
    [InlineData("@ben@social.example!", "mention 0-19 of/ben@social.example")]
    [InlineData("🌊 #ebb", "hashtag 2-6 ebb")]
    [InlineData("#a,#b @c", "hashtag 0-2 a; hashtag 3-5 b; mention 6-8 of/c")]
    [InlineData("المدّ #ميناء.", "hashtag 6-12 ميناء")]
    [InlineData("mail ada@harbour.example", "")]
    [InlineData("see https://harbour.example/#tides", "")]
    [InlineData("number #1 of C#sharp", "")]
    [InlineData("## &#39; @ #", "")]
    public void Names_and_tags_are_found_and_what_looks_like_them_is_not(string words, string expected)
    {
        var text = SignFacets.In(new PostText { Value = words, Completeness = TextCompleteness.Full }, name => "of/" + name);

        Assert.Equal(expected, string.Join("; ", text.Facets.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Type.ToString().ToLowerInvariant()} {f.Start}-{f.End} {f.Target}"))));
    }
}
