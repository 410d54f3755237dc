using Embeds.Tests.Support;

namespace Embeds.Tests.Documentation;

/// <summary><c>docs/network.md</c> says what the town shows.</summary>
public sealed class NetworkTableTests
{
    private const string Remake =
        "docs/network.md does not say what the town shows. Make its table anew and look at the difference:\n"
        + "EMBEDS_REWRITE_EXPECTED=1 dotnet test tests/Embeds.Tests --filter FullyQualifiedName~NetworkTable";

    private static readonly string Page = Path.Combine(Fixtures.Docs, "network.md");

    [Fact]
    public void Table_is_made_from_the_town()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(NetworkTable.Begin, StringComparison.Ordinal), page.IndexOf(NetworkTable.End, StringComparison.Ordinal) + NetworkTable.End.Length);
        var made = NetworkTable.ToMarkdown();
        if (Fixtures.Rewrite)
            File.WriteAllText(Page, string.Concat(page.AsSpan(0, begin), made, page.AsSpan(end)));

        Assert.True(page[begin..end] == made || Fixtures.Rewrite, Remake);
    }
}
