using System.Globalization;
using System.Reflection;
using Embeds.Quotes;
using Embeds.Tests.Rendering;

namespace Embeds.Validation;

/// <summary>The blocks of the repository, the hostile ones, and those of a folder of pages where there is one.</summary>
internal static class SampleBlocks
{
    /// <summary>The repository's <c>tests/Fixtures</c>.</summary>
    public static string FixtureFolder => Path.Combine(Repository, "tests", "Fixtures");

    private static string Repository => Path.GetFullPath(
        typeof(SampleBlocks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!);

    public static IEnumerable<SampleBlock> All(string? corpus) =>
        [.. Fixtures(), .. OfPages("articles", Path.Combine(Repository, "samples", "articles")), .. Hostile(), .. corpus is null ? [] : OfPages("corpus", corpus)];

    public static IEnumerable<SampleBlock> Fixtures() =>
        from folder in (string[])["quotes", "rendering"]
        from file in Directory.EnumerateFiles(Path.Combine(FixtureFolder, folder), "*.json").Order(StringComparer.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file)
        select new SampleBlock("fixtures", name, QuoteBlock.Parse(File.ReadAllBytes(file)), FitsSchema: name != "hostile");

    private static IEnumerable<SampleBlock> Hostile()
    {
        for (int i = 0; i < HostileStrings.All.Length; i++)
        {
            string name = i.ToString(CultureInfo.InvariantCulture);
            yield return new SampleBlock("hostile", name, TestBlocks.Hostile(HostileStrings.All[i]).Seal(), FitsSchema: false);
            yield return new SampleBlock("words", name, TestBlocks.HostileWords(HostileStrings.All[i]).Seal());
        }
    }

    private static IEnumerable<SampleBlock> OfPages(string group, string folder)
    {
        using var archiver = new EmbedArchiver(
            new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1) }, timeProvider: new FixedClock());
        foreach (string page in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            foreach (QuoteBlock block in archiver.Read(File.ReadAllBytes(page), fileName: page).Blocks)
                yield return new SampleBlock(group, $"{Path.GetFileNameWithoutExtension(page)} {block.Key}", block);
        }
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 4, 9, 30, 0, TimeSpan.Zero);
    }
}
