using Embeds.Quotes;
using Embeds.Rendering;
using Embeds.Tests.Rendering;

namespace Embeds.Tests;

public sealed class QuoteBlockRenderingTests
{
    private static readonly QuoteBlock Block = TestBlocks.Block().Seal();

    [Fact]
    public void Own_platforms_are_named_as_people_know_them()
    {
        Assert.Contains(">X (Twitter)<", Block.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(", X (Twitter), ", Block.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains(", X (Twitter), ", Block.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_are_named_by_their_id() =>
        Assert.Contains(", Harbourforum, ", (Block with { Platform = "harbourforum" }).ToPlainText(), StringComparison.Ordinal);

    [Fact]
    public void Name_that_the_caller_gives_comes_first() =>
        Assert.Contains(", bird site, ", Block.ToPlainText(new PlainTextQuoteOptions { PlatformName = _ => "bird site" }), StringComparison.Ordinal);
}
