using Embeds.Platforms;

namespace Embeds.Tests.Platforms;

public sealed class SignedLineTests
{
    /// <summary>The bar marks where the date begins; what stands before the signature is the post.</summary>
    [Theory]
    [InlineData("Words\n\n— Ada Example (@ada) |May 5, 2014", "Words", "Ada Example", "ada")]
    [InlineData("Words — Ada Example (@ada) |May 5, 2014", "Words", "Ada Example", "ada")]
    [InlineData("Words— Ada Example (@ada) |May 5", "Words", "Ada Example", "ada")]
    [InlineData("A dash — inside\n\n— Ada — Example (@ada) |x", "A dash — inside", "Ada — Example", "ada")]
    [InlineData("Words\n\n--- Ada Example (@ada) |x", "Words", "Ada Example", "ada")]
    [InlineData("Words\n\n-- Ada (of Example) (@ada) |x", "Words", "Ada (of Example)", "ada")]
    [InlineData("@other said (@other) yes\n\n– Ada 🎉 (@ada@forum.example) |x", "@other said (@other) yes", "Ada 🎉", "ada@forum.example")]
    [InlineData("Words\n\n— (@ada) |x", "Words", null, "ada")]
    [InlineData("Words\n\n— Ada Example |x", "Words", "Ada Example", null)]
    public void Signature_is_split_from_the_words(string text, string words, string? name, string? handle)
    {
        var date = text.IndexOf('|', StringComparison.Ordinal);

        var signed = SignedLine.Before(text, date);

        Assert.Equal((words, name, handle), (text[..signed!.Value.Start].Trim(), signed.Value.Name, signed.Value.Handle));
    }

    [Theory]
    [InlineData("Only words |x")]
    [InlineData("|x")]
    [InlineData("a-b |x")]
    public void Without_a_signature_there_is_none(string text) =>
        Assert.Null(SignedLine.Before(text, text.IndexOf('|', StringComparison.Ordinal)));
}
