using System.Reflection;
using Embeds.Platforms;
using Embeds.Tests.Support;

namespace Embeds.Tests.Documentation;

/// <summary><c>docs/coverage.md</c> says what the fixtures show.</summary>
public sealed class CoverageTableTests
{
    private const string Remake =
        "docs/coverage.md does not say what the fixtures show. Make it anew, after the expectations, and look at the difference:\n"
        + "EMBEDS_REWRITE_EXPECTED=1 dotnet test tests/Embeds.Tests --filter FullyQualifiedName~CoverageTable";

    private static readonly string Page = Path.Combine(Fixtures.Docs, "coverage.md");

    [Fact]
    public void Page_is_made_from_the_fixtures()
    {
        var made = CoverageTable.OfFixtures().ToMarkdown();
        if (Fixtures.Rewrite)
            File.WriteAllText(Page, made);

        Assert.True(File.Exists(Page) && File.ReadAllText(Page).ReplaceLineEndings("\n") == made, Remake);
    }

    [Fact]
    public void Every_form_that_a_fixture_shows_has_a_column() => Assert.Empty(CoverageTable.OfFixtures().UnknownForms);

    [Fact]
    public void Every_form_in_use_has_a_fixture()
    {
        string[] missing = [.. CoverageTable.OfFixtures().Missing];

        Assert.True(missing.Length == 0, "tests/Fixtures/coverage.txt says that these are in use, and no fixture shows them: " + string.Join(", ", missing));
    }

    [Fact]
    public void No_fixture_shows_what_cannot_be()
    {
        string[] impossible = [.. CoverageTable.OfFixtures().Impossible];

        Assert.True(impossible.Length == 0, "tests/Fixtures/coverage.txt says that these cannot be, and fixtures show them: " + string.Join(", ", impossible));
    }

    [Fact]
    public void Every_form_of_markup_has_a_column()
    {
        var forms = typeof(EmbedForm).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!);

        Assert.Equal([EmbedForm.FlattenedText], forms.Except(CoverageTable.Forms));
    }
}
