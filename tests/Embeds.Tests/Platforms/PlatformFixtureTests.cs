using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Embeds.Quotes;
using Embeds.Tests.Support;

namespace Embeds.Tests.Platforms;

/// <summary>
/// Every page below <c>tests/Fixtures/platforms</c> against the expectation beside it: a case is a file pair
/// <c>PLATFORM/CASE.html</c> (or <c>.md</c>) and <c>PLATFORM/CASE.expected.json</c>. The page's first line says what it shows.
/// </summary>
public sealed class PlatformFixtureTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "platforms"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Path.Combine(Fixtures.Root, "platforms"), f).Replace('\\', '/')));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_gives_the_posts_beside_it(string page)
    {
        var path = Path.Combine(Fixtures.Root, "platforms", page);
        var archiver = new EmbedArchiver(new EmbedArchiverOptions { Recover = false, IncludeCards = true });

        var quotes = archiver.Read(File.ReadAllBytes(path), fileName: path);

        var actual = new JsonArray([.. quotes.Blocks.Select(Facts)]).ToJsonString(Readable) + "\n";
        var expectedPath = Path.ChangeExtension(path, ".expected.json");
        if (Fixtures.Rewrite)
            File.WriteAllText(expectedPath, actual);
        Assert.Equal(File.ReadAllText(expectedPath, Encoding.UTF8), actual, ignoreLineEndingDifferences: true);
        Assert.All(quotes.Blocks, b => Assert.True(b.Verify() == SealCheck.Intact));
    }

    /// <summary>What the page says of the post: the block without what every block has and without what changes from run to run.</summary>
    private static JsonNode Facts(QuoteBlock block)
    {
        var facts = JsonNode.Parse(block.ToJson())!.AsObject();
        facts["form"] = facts["source"]!["embed_form"]!.DeepClone();
        foreach (var name in new[] { "schema", "captured_at", "source", "status", "provenance", "rights", "generator", "integrity", "key" })
            facts.Remove(name);
        return facts;
    }
}
