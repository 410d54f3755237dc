using Embeds.Platforms.Sources;

namespace Embeds.Tests.Platforms.Sources;

public sealed class JsonLdFactsTests
{
    [Theory]
    [InlineData("PT28S", 28_000L)]
    [InlineData("PT00H01M36S", 96_000L)]
    [InlineData("P1DT1H", 90_000_000L)]
    [InlineData("PT0S", null)]
    [InlineData("P1Y", null)]
    [InlineData("-PT5S", null)]
    [InlineData("1:36", null)]
    [InlineData("PT99999999999999999999S", null)]
    [InlineData(null, null)]
    public void Length_is_read_as_it_is_written(string? duration, long? milliseconds) => Assert.Equal(milliseconds, JsonLdFacts.Milliseconds(duration));
}
