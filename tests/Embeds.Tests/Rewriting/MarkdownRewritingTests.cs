using System.Text;
using Embeds.Rendering;
using Embeds.Rewriting;
using Markdig;

namespace Embeds.Tests.Rewriting;

public sealed class MarkdownRewritingTests : IDisposable
{
    private const string Quote = """<blockquote class="twitter-tweet"><p lang="en">Lamps {{% lit %}}</p>&mdash; Ada (@ada_example) <a href="https://twitter.com/ada_example/status/931448500000000001">November 17, 2017</a></blockquote>""";

    private readonly EmbedArchiver _archiver = new(new EmbedArchiverOptions { Recover = false });

    public void Dispose() => _archiver.Dispose();

    [Theory]
    [InlineData("# Title\n\nhttps://twitter.com/ada_example/status/931448500000000001\n\nMore.\n")]
    [InlineData("---\ntitle: x\n---\n\n{{< tweet user=\"ada_example\" id=\"931448500000000001\" >}}\nMore.")]
    [InlineData("Look:\n{% twitter https://twitter.com/ada_example/status/931448500000000001 %}\r\n\r\nMore.\r\n")]
    [InlineData("- one\n- {{< youtube abcDEF12345 >}}\n- two\n")]
    [InlineData("> quoted\n> {{< youtube abcDEF12345 >}}\n> more\n")]
    [InlineData("See {{< youtube abcDEF12345 >}} and go on.\n")]
    [InlineData("Text\n\n@Q@\n<script async src=\"//platform.twitter.com/widgets.js\"></script>\n\nMore *text*.\n")]
    [InlineData("<div class=\"wide\">\n@Q@\n<p>more</p>\n</div>\n\nText\n")]
    [InlineData("<center>\n@Q@ <script async src=\"//platform.twitter.com/widgets.js\"></script></center>\n\nText\n")]
    [InlineData("> Lamps lit\n>\n> — Ada (@ada_example) [November 17, 2017](https://twitter.com/ada_example/status/931448500000000001)\n\nText\n")]
    public void Source_gets_its_quotations_and_comes_back_whole(string source)
    {
        foreach (var flavor in Enum.GetValues<MarkdownFlavor>())
        {
            var original = Encoding.UTF8.GetBytes(source.Replace("@Q@", Quote, StringComparison.Ordinal));

            var rewritten = Rewritten.Check(_archiver, original, "post.md", new RewriteOptions { Markdown = new() { Flavor = flavor } })!;

            Assert.Empty(rewritten.Refusals);
            Assert.Contains(rewritten.Replacements, r => r.Key is not null);
            var text = Encoding.UTF8.GetString(rewritten.Bytes.Span);
            Assert.DoesNotContain("{{<", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{%", text, StringComparison.Ordinal);
            Assert.DoesNotContain("//]", Markdown.ToHtml(text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("# {{< youtube abcDEF12345 >}}\n", "inline")]
    [InlineData("| a | {{< youtube abcDEF12345 >}} |\n", "inline")]
    [InlineData("So **{{< youtube abcDEF12345 >}}** it is.\n", "inline")]
    [InlineData("---\nvideo: <iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe>\n---\nText\n", "settings")]
    public void Place_where_no_quotation_fits_is_left_with_a_reason(string source, string code)
    {
        var original = Encoding.UTF8.GetBytes(source);

        var rewritten = _archiver.Rewrite(original, fileName: "post.md");

        Assert.True(rewritten.Bytes.Span.SequenceEqual(original));
        Assert.Equal(code, Assert.Single(rewritten.Refusals).Code);
    }

    [Fact]
    public void Code_sample_of_an_embed_is_not_touched()
    {
        var original = Encoding.UTF8.GetBytes($"Write:\n\n```html\n{Quote}\n```\n");

        Assert.True(_archiver.Rewrite(original, fileName: "post.md").Bytes.Span.SequenceEqual(original));
    }

    [Fact]
    public void Other_line_ends_do_not_hinder_restoring()
    {
        var rewritten = Encoding.UTF8.GetString(_archiver.Rewrite("Look:\n{{< youtube abcDEF12345 >}}\nMore.\n"u8.ToArray(), fileName: "post.md").Bytes.Span);

        var restored = _archiver.Restore(Encoding.UTF8.GetBytes(rewritten.Replace("\n", "\r\n", StringComparison.Ordinal)), "post.md");

        Assert.Equal("Look:\r\n{{< youtube abcDEF12345 >}}\r\nMore.\r\n", Encoding.UTF8.GetString(restored.Span));
    }

    [Fact]
    public void Quotation_stays_inside_its_list_item()
    {
        var rewritten = Encoding.UTF8.GetString(_archiver.Rewrite("- one\n- {{< youtube abcDEF12345 >}}\n- two\n"u8.ToArray(), fileName: "post.md").Bytes.Span);

        var html = Markdown.ToHtml(rewritten);
        Assert.Equal(3, html.Split("<li>").Length - 1);
        Assert.True(html.IndexOf("<blockquote>", StringComparison.Ordinal) < html.LastIndexOf("</li>", StringComparison.Ordinal));
    }
}
