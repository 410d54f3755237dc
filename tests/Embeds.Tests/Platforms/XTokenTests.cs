using Embeds.Platforms.X;

namespace Embeds.Tests.Platforms;

public sealed class XTokenTests
{
    [Theory]
    [InlineData("20", "6dq1a2xwd93")]
    [InlineData("705219971425574912", "1pjihznewa8")]
    [InlineData("987437752164737025", "2e64ku34pg2")]
    [InlineData("1703436713362870723", "44ni5iyte19")]
    public void Token_is_the_one_that_a_browser_computes(string id, string token) => Assert.Equal(token, XToken.Of(id));
}
