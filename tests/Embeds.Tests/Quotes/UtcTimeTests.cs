using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public class UtcTimeTests
{
    [Theory]
    [InlineData("2026-03-02T18:04:05Z", "2026-03-02T18:04:05Z")]
    [InlineData("2026-03-02T18:04:05.25+01:00", "2026-03-02T17:04:05.250Z")]
    [InlineData("2026-03-02T00:30:00.0009999+05:30", "2026-03-01T19:00:00Z")]
    [InlineData("0987-03-02T00:00:00Z", "0987-03-02T00:00:00Z")]
    public void Format_is_utc_to_the_millisecond_at_most(string instant, string expected) =>
        Assert.Equal(expected, UtcTime.Format(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
}
