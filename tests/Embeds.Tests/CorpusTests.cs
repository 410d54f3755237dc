using System.Text.Json.Nodes;
using Embeds.Quotes;
using Embeds.Tests.Support;
using Json.Schema;

namespace Embeds.Tests;

/// <summary>The pages for measuring, read whole. What is found in them is scored by the script beside them, not here.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("pages")]
    [InlineData("pages-flat")]
    public void Every_page_is_read_and_every_block_is_sealed_and_fits_the_schema(string folder)
    {
        if (Fixtures.Shared is not { } shared)
        {
            Assert.Skip("Needs the pages for measuring, which are not on this machine.");
            return;
        }

        var schema = JsonSchema.FromText(QuoteSchema.Text);
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1), Everywhere = true, MinConfidence = 0 });
        foreach (var page in Directory.EnumerateFiles(Path.Combine(shared, "corpus", folder)).Order(StringComparer.Ordinal))
        {
            foreach (var block in archiver.Read(File.ReadAllBytes(page), fileName: page).Blocks)
            {
                Assert.Equal(SealCheck.Intact, QuoteBlock.Parse(block.ToJson()).Verify());
                Assert.True(schema.Evaluate(JsonNode.Parse(block.ToJson())).IsValid, $"{Path.GetFileName(page)}: {block.ToJson()}");
            }
        }
    }
}
