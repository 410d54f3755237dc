using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Embeds.Quotes;

namespace Embeds.Tests.Support;

/// <summary>
/// Fixture pages and what they are to give: a case is a file pair <c>CASE.html</c> (or <c>.md</c>, <c>.txt</c>, <c>.mhtml</c>)
/// and <c>CASE.expected.json</c>. The page's first line says what it shows.
/// </summary>
internal static class PageCases
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Kinds = [".html", ".md", ".txt", ".mhtml"];

    public static IEnumerable<TheoryDataRow<string>> Below(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, folder), "*.*", SearchOption.AllDirectories)
            .Where(f => Kinds.Contains(Path.GetExtension(f)))
            .Order(StringComparer.Ordinal)
            .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Path.Combine(Fixtures.Root, folder), f).Replace('\\', '/')));

    public static void Check(string folder, string page)
    {
        var path = Path.Combine(Fixtures.Root, folder, page);
        // No case is about time, and a busy machine may stand still for long.
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Recover = false, IncludeCards = true, ParseDeadline = TimeSpan.FromMinutes(1) });

        var quotes = archiver.Read(File.ReadAllBytes(path), fileName: path);

        var actual = new JsonArray([.. quotes.Blocks.Select(Facts)]).ToJsonString(Readable) + "\n";
        var expectedPath = Path.ChangeExtension(path, ".expected.json");
        if (Fixtures.Rewrite)
            File.WriteAllText(expectedPath, actual);
        Assert.True(File.Exists(expectedPath), $"{folder}/{page} has no expectation yet. With EMBEDS_REWRITE_EXPECTED=1 this test writes what the library gives; read it before you keep it.");
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
