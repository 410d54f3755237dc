using Embeds.Rendering;
using StaticSite;

namespace Embeds.Tests.Documentation;

/// <summary>What <c>samples/StaticSite</c> and <c>docs/rewriting.md</c> promise.</summary>
public sealed class StaticSiteTests : IDisposable
{
    private const string Quote = """<blockquote class="twitter-tweet"><p lang="en">Lamps lit.</p>&mdash; Ada Example (@ada_example) <a href="https://twitter.com/ada_example/status/931448500000000001">November 17, 2017</a></blockquote>""";
    private const string Loader = """<script async src="https://platform.twitter.com/widgets.js"></script>""";

    private readonly string _root = Directory.CreateTempSubdirectory("embeds-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Site_gets_blocks_in_its_articles_and_keeps_everything_else()
    {
        Write("content/index.html", $"<!doctype html><title>x</title><p>Hello</p>{Quote}{Loader}");
        Write("content/posts/ferry.md", "---\ntitle: Ferry\n---\n\nLook:\n\n{{< tweet user=\"ada_example\" id=\"931448500000000001\" >}}\n");
        Write("content/feed.xml", $"<rss><channel><item><description><![CDATA[{Quote}]]></description></item></channel></rss>");
        Write("content/table.md", "| {{< youtube abcDEF12345 >}} |\n");
        Write("content/style.css", "p { color: red }");
        using var report = new StringWriter();

        var blocks = new SiteBuild(MarkdownFlavor.Hugo).Run(Path.Join(_root, "content"), Path.Join(_root, "out"), report);

        Assert.Equal(3, blocks);
        Assert.StartsWith("table.md: youtube:abcDEF12345 stays an embed. ", Assert.Single(report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("p { color: red }", Read("out/style.css"));
        Assert.Equal(Read("content/table.md"), Read("out/table.md"));
        Assert.DoesNotContain("<script", Read("out/index.html"), StringComparison.Ordinal);
        Assert.Contains("\n> — ", Read("out/posts/ferry.md"), StringComparison.Ordinal);
        Assert.Contains("<figure", Read("out/feed.xml"), StringComparison.Ordinal);
        using var archiver = new EmbedArchiver();
        foreach (var name in (string[])["index.html", "posts/ferry.md", "feed.xml"])
            Assert.Equal(Read($"content/{name}"), System.Text.Encoding.UTF8.GetString(archiver.Restore(File.ReadAllBytes(Path.Join(_root, "out", name)), name).Span));
    }

    private void Write(string name, string text)
    {
        var path = Path.Join(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Read(string name) => File.ReadAllText(Path.Join(_root, name));
}
