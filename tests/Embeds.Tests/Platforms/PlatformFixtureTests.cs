using Embeds.Tests.Support;

namespace Embeds.Tests.Platforms;

/// <summary>Every page below <c>tests/Fixtures/platforms</c>: what platforms themselves hand out.</summary>
public sealed class PlatformFixtureTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages() => PageCases.Below("platforms");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_gives_the_posts_beside_it(string page) => PageCases.Check("platforms", page);
}
