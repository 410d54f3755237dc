using Embeds.Quotes;
using Embeds.Tests.Support;

namespace Embeds.Tests.Rendering;

/// <summary>Every block there is to render: the fixtures, the sample articles, the hostile ones and, where it lies beside the repository, the corpus.</summary>
internal static class SampleQuotes
{
    private static readonly Lazy<IReadOnlyList<QuoteBlock>> Corpus = new(() => OfPages(Path.Combine(Fixtures.Shared!, "corpus", "pages")));

    public static TheoryData<string> Groups() => ["fixtures", "articles", "hostile", "corpus"];

    /// <summary>Skips the test where the group is not on this machine.</summary>
    public static IReadOnlyList<QuoteBlock> Of(string group)
    {
        Assert.SkipWhen(group == "corpus" && Fixtures.Shared is null, "Needs the pages for measuring, which are not on this machine.");
        return group switch
        {
            "fixtures" => [.. OfFixtures("quotes"), .. OfFixtures("rendering")],
            "articles" => OfPages(Path.Combine(Fixtures.Samples, "articles")),
            "hostile" => [.. HostileStrings.All.SelectMany(words => (QuoteBlock[])[TestBlocks.Hostile(words).Seal(), TestBlocks.HostileWords(words).Seal()])],
            _ => Corpus.Value,
        };
    }

    private static IEnumerable<QuoteBlock> OfFixtures(string folder) =>
        Directory.GetFiles(Path.Combine(Fixtures.Root, folder), "*.json").Order(StringComparer.Ordinal).Select(file => QuoteBlock.Parse(File.ReadAllBytes(file)));

    private static IReadOnlyList<QuoteBlock> OfPages(string folder)
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1) });
        return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).SelectMany(page => archiver.Read(File.ReadAllBytes(page), fileName: page).Blocks)];
    }
}
