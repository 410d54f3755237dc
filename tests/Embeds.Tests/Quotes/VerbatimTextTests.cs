using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public class VerbatimTextTests
{
    [Theory]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("\r\r\n\n", "\n\n\n")]
    [InlineData("nul\0nul", "nul\uFFFDnul")]
    public void Normalise_changes_line_ends_and_nul(string text, string expected) =>
        Assert.Equal(expected, VerbatimText.Normalise(text));

    // Not a theory: an attribute's argument is UTF-8 and loses lone surrogates.
    [Fact]
    public void Normalise_replaces_half_a_pair_and_keeps_a_whole_one()
    {
        Assert.Equal("half \uFFFD and half \uFFFD", VerbatimText.Normalise("half \ud83d and half \ude00"));
        Assert.Equal("\uFFFD😀\uFFFD", VerbatimText.Normalise("\ud83d\ud83d\ude00\ude00"));
    }

    [Theory]
    [InlineData("  two  spaces \t and a tab \n\n\n")]
    [InlineData("e\u0301 stays two, \u00E9 one")]
    [InlineData("\u2028\u2029\u0085\u000B\u000C\u00A0\uFEFF\u200B\u202E")]
    [InlineData("\u0001\u001B\u007F")]
    public void Normalise_changes_nothing_else(string text) => Assert.Same(text, VerbatimText.Normalise(text));

    [Fact]
    public void Normalise_twice_is_normalise_once() => Texts.Any.Sample(text =>
    {
        string normal = VerbatimText.Normalise(text);
        Assert.Equal(normal, VerbatimText.Normalise(normal));
        Assert.DoesNotContain('\r', normal);
        Assert.Equal(-1, CodePoints.IndexOfLoneSurrogate(normal));
    });
}
