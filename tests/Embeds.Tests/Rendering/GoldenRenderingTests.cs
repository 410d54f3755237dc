using System.Text;
using Embeds.Quotes;
using Embeds.Rendering;
using Embeds.Tests.Support;

namespace Embeds.Tests.Rendering;

/// <summary>
/// Every block in the fixture folder beside its three renderings. <see cref="Fixtures.Rewrite"/> writes the renderings anew.
/// </summary>
public class GoldenRenderingTests
{
    private static readonly string Folder = Path.Combine(Fixtures.Root, "rendering");

    public static TheoryData<string> Cases() =>
        [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void Block_rendered_is_the_golden_file(string name)
    {
        QuoteBlock block = Read(name);

        Compare(name + ".html", block.ToHtml() + "\n");
        Compare(name + ".md", block.ToMarkdown());
        Compare(name + ".txt", block.ToPlainText());
    }

    [Theory, MemberData(nameof(Cases))]
    public void Fixture_is_sealed_soundly(string name) => Assert.Equal(SealCheck.Intact, Read(name).Verify());

    [Fact]
    public void All_blocks_on_one_page_are_the_golden_page()
    {
        var renderer = new HtmlQuoteRenderer(new HtmlQuoteOptions { Carrier = HtmlCarrier.None });

        Compare("page.html", renderer.RenderPage(Cases().Select(c => Read(c.Data)), new HtmlPageOptions { Title = "Ten posts & one <pier>" }));
    }

    [Fact]
    public void Single_block_for_Hugo_is_the_golden_note() =>
        Compare("hugo.md", Read("deleted-since").ToMarkdown(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Hugo }));

    [Fact]
    public void Single_block_for_Obsidian_is_the_golden_note() =>
        Compare("obsidian.md", Read("styled").ToMarkdown(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Obsidian }));

    private static QuoteBlock Read(string name) =>
        QuoteBlock.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    private static void Compare(string file, string rendered)
    {
        string path = Path.Combine(Folder, file);
        if (Fixtures.Rewrite)
            File.WriteAllText(path, rendered, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Equal(File.ReadAllText(path), rendered);
    }
}
