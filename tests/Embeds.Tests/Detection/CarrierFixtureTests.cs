using Embeds.Tests.Support;

namespace Embeds.Tests.Detection;

/// <summary>Every page below <c>tests/Fixtures/carriers</c>: the ways in which pages carry posts, whosever they are.</summary>
public sealed class CarrierFixtureTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages() => PageCases.Below("carriers");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_gives_the_posts_beside_it(string page) => PageCases.Check("carriers", page);
}
