using System.Text.Encodings.Web;
using System.Text.Json;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Validation;

/// <summary>
/// Writes every rendering of every sample block into a folder: <c>blocks.ndjson</c>, a line each with all its projections, and
/// <c>pages/</c>, the same blocks as pages of their own.
/// </summary>
internal static class Samples
{
    private const int BlocksOnAPage = 40;

    // It never stands inside HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string folder, string? corpus)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "pages"));
        using FileStream lines = File.Create(Path.Combine(folder, "blocks.ndjson"));
        foreach (IGrouping<string, SampleBlock> group in SampleBlocks.All(corpus).GroupBy(sample => sample.Group, StringComparer.Ordinal))
        {
            SampleBlock[] samples = [.. group];
            foreach (SampleBlock sample in samples)
                WriteLine(lines, sample);
            int number = 0;
            foreach (SampleBlock[] some in samples.Chunk(BlocksOnAPage))
                WritePage(folder, $"{group.Key}-{++number}", [.. some.Select(sample => sample.Block)]);
        }

        QuoteBlock[] fixtures = [.. SampleBlocks.Fixtures().Select(sample => sample.Block)];
        foreach (string language in QuoteRenderingOptions.LabelLanguages)
            WritePage(folder, $"labels-{language}", fixtures, language);
        foreach (SampleBlock sample in SampleBlocks.Fixtures())
            WritePage(folder, $"single-{sample.Name}", [sample.Block]);
        CopyBlobs(folder);
    }

    private static void WriteLine(Stream lines, SampleBlock sample)
    {
        using (var json = new Utf8JsonWriter(lines, Readable))
        {
            json.WriteStartObject();
            json.WriteString("name", sample.Name);
            json.WriteString("group", sample.Group);
            json.WriteBoolean("fitsSchema", sample.FitsSchema);
            json.WriteString("json", sample.Block.ToJson());
            json.WriteString("html", sample.Block.ToHtml());
            json.WriteString("markdown", sample.Block.ToMarkdown());
            json.WriteString("hugo", sample.Block.ToMarkdown(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Hugo }));
            json.WriteString("obsidian", sample.Block.ToMarkdown(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Obsidian }));
            json.WriteString("text", sample.Block.ToPlainText());
            json.WriteString("activity", sample.Block.ToActivityStreams());
            json.WriteString("jsonLd", sample.Block.ToJsonLd());
            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }

    private static readonly Dictionary<string, string> Names = PlatformNames();

    private static Dictionary<string, string> PlatformNames()
    {
        using var archiver = new EmbedArchiver();
        return archiver.Platforms.ToDictionary(platform => platform.Id, platform => platform.Name, StringComparer.Ordinal);
    }

    private static void WritePage(string folder, string name, IReadOnlyList<QuoteBlock> blocks, string labels = "en")
    {
        var renderer = new HtmlQuoteRenderer(new HtmlQuoteOptions { MediaPrefix = "../", LabelLanguage = labels, PlatformName = Names.GetValueOrDefault });
        File.WriteAllText(
            Path.Combine(folder, "pages", name + ".html"),
            renderer.RenderPage(blocks, new HtmlPageOptions { Title = $"Saved quotes: {name}", Lang = labels }));
    }

    // What the hostile blocks name does not exist, and must not.
    private static void CopyBlobs(string folder)
    {
        string blobs = Path.Combine(SampleBlocks.FixtureFolder, "rendering", "blobs");
        foreach (string file in Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, "blobs", Path.GetRelativePath(blobs, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
