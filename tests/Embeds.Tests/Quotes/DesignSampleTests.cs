using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

/// <summary>The samples of the format's design, where they are at hand.</summary>
public class DesignSampleTests
{
    [Theory]
    [InlineData("full.json")]
    [InlineData("recovered.json")]
    public void Sample_is_read_verified_resealed_and_written_as_it_was(string name)
    {
        string path = Path.Combine(QuoteFixture.Folder("Shared"), "design", "quoteblock", name);
        Assert.SkipUnless(File.Exists(path), "The design's samples are not here.");
        byte[] bytes = File.ReadAllBytes(path);

        QuoteBlock block = QuoteBlock.Parse(bytes);

        Assert.Equal(SealCheck.Intact, block.Verify());
        Assert.Equal(block.Integrity?.Sha256, (block with { History = [], Integrity = null }).Seal().Integrity?.Sha256);
        Assert.Equal(CanonicalJson.ToUtf8(bytes), block.ToUtf8Json());
    }
}
