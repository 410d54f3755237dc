using System.Text;
using Embeds.Rendering;
using Embeds.Rewriting;
using Embeds.Tests.Support;

namespace Embeds.Tests.Rewriting;

public sealed class ArticleRewriterTests : IDisposable
{
    private const string Quote = """<blockquote class="twitter-tweet"><p lang="en">All lamps lit – “finally”.</p>&mdash; Ada Example (@ada_example) <a href="https://twitter.com/ada_example/status/931448500000000001">November 17, 2017</a></blockquote>""";

    private readonly EmbedArchiver _archiver = new(new EmbedArchiverOptions { Recover = false, ParseDeadline = TimeSpan.FromMinutes(1) });

    public void Dispose() => _archiver.Dispose();

    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "platforms"), "*.html", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Fixtures.Root, f).Replace('\\', '/')));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Fixture_comes_back_whole_and_a_second_run_changes_nothing(string page) =>
        Rewritten.Check(_archiver, File.ReadAllBytes(Path.Combine(Fixtures.Root, page)), page);

    [Fact]
    public void Block_in_the_article_is_the_public_view_and_verifies()
    {
        var rewritten = _archiver.Rewrite(Encoding.UTF8.GetBytes($"<p>Before</p>{Quote}<p>After</p>"));

        var block = HtmlQuoteReader.Read(Encoding.UTF8.GetString(rewritten.Bytes.Span)).Blocks.Single();
        Assert.Equal(Embeds.Quotes.SealCheck.Intact, block.Verify());
        Assert.NotNull(block.Integrity!.Previous);
        Assert.All(block.Provenance.Values, p => Assert.Null(p.Evidence));
    }

    [Theory]
    [InlineData("windows-1252", "\r\n")]
    [InlineData("shift_jis", "\n")]
    [InlineData("koi8-r", "\n")]
    public void Old_encoding_and_line_ends_are_kept(string charset, string lineEnd)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var page = encoding.GetBytes($"<meta charset={charset}>{lineEnd}<p>Before</p>{lineEnd}{Quote.Replace("–", "-", StringComparison.Ordinal).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal)}");

        var rewritten = _archiver.Rewrite(page);

        var text = encoding.GetString(rewritten.Bytes.Span);
        Assert.Single(rewritten.Replacements);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Equal(lineEnd == "\r\n", text.Contains("\r\n  <figcaption", StringComparison.Ordinal));
        Assert.True(_archiver.Restore(rewritten.Bytes).Span.SequenceEqual(page));
    }

    [Fact]
    public void Embed_inside_a_paragraph_splits_it()
    {
        var rewritten = Encoding.UTF8.GetString(_archiver.Rewrite("<p>Look: <iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe> nice.</p>"u8.ToArray()).Bytes.Span);

        Assert.StartsWith("<p>Look: </p><figure", rewritten, StringComparison.Ordinal);
        Assert.EndsWith("</figure><p> nice.</p>", rewritten, StringComparison.Ordinal);
    }

    [Fact]
    public void Embed_inside_a_link_is_left_with_a_reason()
    {
        var page = "<a href=/x><iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe></a>"u8.ToArray();

        var rewritten = _archiver.Rewrite(page);

        Assert.True(rewritten.Bytes.Span.SequenceEqual(page));
        Assert.Equal("inline", Assert.Single(rewritten.Refusals).Code);
    }

    [Fact]
    public void Wrapper_goes_with_its_embed_but_a_caption_stays()
    {
        var wrapped = Encoding.UTF8.GetString(_archiver.Rewrite(Encoding.UTF8.GetBytes($"<figure class=wp-block-embed><div class=wp-block-embed__wrapper>{Quote}<script async src=//platform.twitter.com/widgets.js></script></div></figure>")).Bytes.Span);
        var captioned = Encoding.UTF8.GetString(_archiver.Rewrite(Encoding.UTF8.GetBytes($"<figure class=wp-block-embed><div class=wp-block-embed__wrapper>{Quote}</div><figcaption>The mayor.</figcaption></figure>")).Bytes.Span);

        Assert.StartsWith("<figure data-qb-original", wrapped, StringComparison.Ordinal);
        Assert.StartsWith("<figure class=wp-block-embed><figure", captioned, StringComparison.Ordinal);
        Assert.EndsWith("<figcaption>The mayor.</figcaption></figure>", captioned, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_do_not_survive_decoding_are_not_touched() =>
        Assert.Equal("not-reversible", Assert.Throws<ArticleUnreadableException>(() => _archiver.Rewrite((byte[])[.. "<meta charset=utf-8><p>"u8, 0xFF, .. Encoding.UTF8.GetBytes(Quote)])).Code);
}
