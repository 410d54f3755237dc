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
    public void Emphasis_around_an_embed_is_closed_and_opened_again_as_it_was()
    {
        var rewritten = RewrittenText("<p class=x id=y>Look: <em class=z>so <iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe> nice</em>.</p>");

        Assert.StartsWith("<p class=x id=y>Look: <em class=z>so </em></p><figure", rewritten, StringComparison.Ordinal);
        Assert.EndsWith("</figure><p><em class=z> nice</em>.</p>", rewritten, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href=/x><iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe></a>", "inline")]
    [InlineData("<h2>So <iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe></h2>", "inline")]
    [InlineData("<p><x-box><iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe></x-box> so</p>", "inline")]
    [InlineData("<table><iframe src=\"https://www.youtube.com/embed/abcDEF12345\"></iframe></table>", "moved")]
    [InlineData("<section><blockquote class=twitter-tweet><p>Lit.</p><a href=https://twitter.com/ada_example/status/931448500000000001>2017</a></section><p>More</p></blockquote>", "no-end")]
    [InlineData("<frameset><frame src=\"https://www.youtube.com/embed/abcDEF12345\"></frameset>", "not-in-markup")]
    [InlineData("<div><svg><g><blockquote class=twitter-tweet><p>Lit.</p><a href=https://twitter.com/ada_example/status/931448500000000001>2017</a></blockquote></div>", "moved")]
    public void Embed_whose_place_is_in_doubt_is_left_with_a_reason(string html, string code)
    {
        var page = Encoding.UTF8.GetBytes(html);

        var rewritten = _archiver.Rewrite(page);

        Assert.True(rewritten.Bytes.Span.SequenceEqual(page));
        Assert.Equal(code, Assert.Single(rewritten.Refusals).Code);
    }

    [Fact]
    public void Code_in_a_sentence_becomes_a_block_between_two_paragraphs()
    {
        var rewritten = RewrittenText("<p>Caf&eacute; [embed]https://youtu.be/abcDEF12345[/embed] and [embed]https://youtu.be/abcDEF12345[/embed]</p>");

        Assert.StartsWith("<p>Caf&eacute; </p><figure", rewritten, StringComparison.Ordinal);
        Assert.Contains("</figure><p> and </p><figure", rewritten, StringComparison.Ordinal);
        Assert.Matches(" id=\"qb-[0-9a-f]+-2\"", rewritten);
    }

    [Fact]
    public void Wrapper_goes_with_its_embed_and_its_loader_stays()
    {
        var rewritten = RewrittenText($"<figure class=wp-block-embed><div class=wp-block-embed__wrapper>{Quote}<script async src=//platform.twitter.com/widgets.js></script></div></figure>");

        Assert.StartsWith("<figure data-qb-original", rewritten, StringComparison.Ordinal);
        Assert.Contains("</figure><script async src=//platform.twitter.com/widgets.js></script><template data-qb-original", rewritten, StringComparison.Ordinal);
    }

    [Fact]
    public void Caption_of_the_editor_stays_and_one_that_only_names_the_author_goes()
    {
        var own = RewrittenText($"<figure class=wp-block-embed><div class=wp-block-embed__wrapper>{Quote}</div><figcaption>The mayor.</figcaption></figure>");
        var named = RewrittenText($"<figure class=wp-block-embed><div class=wp-block-embed__wrapper>{Quote}</div><figcaption>Via Twitter, @ada_example</figcaption></figure>");

        Assert.StartsWith("<figure class=wp-block-embed><figure", own, StringComparison.Ordinal);
        Assert.EndsWith("<figcaption>The mayor.</figcaption></figure>", own, StringComparison.Ordinal);
        Assert.StartsWith("<figure data-qb-original", named, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=\"widget tweet\"><div class=ratio>", "</div></div>", true)]
    [InlineData("<div class=embed-twitter>", "<p></p></div>", true)]
    [InlineData("<div class=\"widget tweet\"><div class=ratio>", "<p>Words.</p></div></div>", false)]
    [InlineData("<div class=entry><div class=column>", "</div></div>", false)]
    public void Wrapper_goes_with_all_that_stands_between_it_and_the_embed(string before, string behind, bool goes)
    {
        var rewritten = RewrittenText(before + Quote + behind);

        if (goes)
            Assert.StartsWith("<figure data-qb-original", rewritten, StringComparison.Ordinal);
        else
            Assert.StartsWith(before + "<figure data-qb-original", rewritten, StringComparison.Ordinal);
        Assert.EndsWith(goes ? "</figure>" : "</figure>" + behind, rewritten, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<a class=twitter-share-button href=/s>Share</a>", false)]
    [InlineData("<script>twttr.ready(go)</script>", false)]
    [InlineData("<h2><blockquote class=\"twitter-tweet\"><p>Lit.</p><a href=\"https://twitter.com/ada_example/status/931448500000000002\">2017</a></blockquote></h2>", false)]
    public void Loader_goes_when_asked_for_and_nothing_is_left_that_needs_it(string beside, bool goes)
    {
        const string Loader = "<script async src=\"https://platform.twitter.com/widgets.js\"></script>";
        var page = Encoding.UTF8.GetBytes($"<!doctype html><head>{Loader}</head><div>{Quote}</div>{beside}");

        var rewritten = Rewritten.Check(_archiver, page, "page.html", new RewriteOptions { RemoveLoaders = true })!;

        Assert.Equal(!goes, Encoding.UTF8.GetString(rewritten.Bytes.Span).Contains(Loader, StringComparison.Ordinal));
        Assert.Contains(Loader, RewrittenText(Encoding.UTF8.GetString(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_posts_that_are_known_to_be_gone_are_replaced_when_asked_for()
    {
        const string Other = "<div><blockquote class=\"twitter-tweet\"><p>Still there.</p><a href=\"https://twitter.com/ada_example/status/931448500000000002\">2017</a></blockquote></div>";
        var page = Encoding.UTF8.GetBytes($"<div>{Quote}</div>{Other}");
        var captured = _archiver.Read(page).Blocks;
        var gone = (captured[0] with { Status = new Embeds.Quotes.Observation { State = Embeds.Quotes.PostState.Deleted, Method = Embeds.Quotes.ObservationMethod.Api } }).Seal();

        var rewritten = _archiver.Rewrite(page, new RewriteOptions { OnlyGone = true, Blocks = [gone, captured[1]] });
        var unknown = _archiver.Rewrite(page, new RewriteOptions { OnlyGone = true });

        Assert.Equal(gone.Key, Assert.Single(rewritten.Replacements).Key);
        Assert.EndsWith(Other, Encoding.UTF8.GetString(rewritten.Bytes.Span), StringComparison.Ordinal);
        Assert.Empty(unknown.Replacements);
    }

    [Fact]
    public void Block_that_does_not_verify_is_not_set_in()
    {
        var page = Encoding.UTF8.GetBytes(Quote);
        var forged = _archiver.Read(page).Blocks[0];
        forged = forged with { Text = forged.Text with { Value = "Never said." } };

        var rewritten = _archiver.Rewrite(page, new RewriteOptions { Blocks = [forged] });

        Assert.Equal("seal-broken", Assert.Single(rewritten.Refusals).Code);
        Assert.True(rewritten.Bytes.Span.SequenceEqual(page));
    }

    [Fact]
    public void Later_block_of_the_same_post_gets_an_id_of_its_own()
    {
        var first = RewrittenText(Quote);

        var second = RewrittenText(first + "<p>Again</p>" + Quote);

        Assert.Matches(" id=\"qb-[0-9a-f]+-2\"", second);
    }

    [Fact]
    public void Twin_in_the_text_does_not_take_the_text_with_it()
    {
        var rewritten = RewrittenText($"<div>Words before [embed]https://twitter.com/ada_example/status/931448500000000001[/embed] {Quote} words behind</div>");

        Assert.StartsWith("<div>Words before ", rewritten, StringComparison.Ordinal);
        Assert.EndsWith(" words behind</div>", rewritten, StringComparison.Ordinal);
    }

    [Fact]
    public void Originals_of_another_article_are_refused()
    {
        var one = _archiver.Rewrite(Encoding.UTF8.GetBytes(Quote), new RewriteOptions { Originals = OriginalMarkup.Apart });

        Assert.DoesNotContain("data-qb-original", Encoding.UTF8.GetString(one.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal("originals-of-other", Assert.Throws<ArticleUnreadableException>(() => EmbedArchiver.Restore((byte[])[.. one.Bytes.Span, (byte)' '], one.Originals)).Code);
        Assert.Equal("bad-originals", Assert.Throws<ArticleUnreadableException>(() => EmbedArchiver.Restore(one.Bytes, "{}"u8.ToArray())).Code);
    }

    [Fact]
    public void Page_saved_as_mhtml_is_refused() =>
        Assert.Equal("mhtml-not-rewritable", Assert.Throws<ArticleUnreadableException>(() => _archiver.Rewrite(Encoding.UTF8.GetBytes($"From: <Saved by Browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{Quote}\r\n--b--\r\n"))).Code);

    private string RewrittenText(string html) => Encoding.UTF8.GetString(_archiver.Rewrite(Encoding.UTF8.GetBytes(html)).Bytes.Span);

    [Fact]
    public void Bytes_that_do_not_survive_decoding_are_not_touched() =>
        Assert.Equal("not-reversible", Assert.Throws<ArticleUnreadableException>(() => _archiver.Rewrite((byte[])[.. "<meta charset=utf-8><p>"u8, 0xFF, .. Encoding.UTF8.GetBytes(Quote)])).Code);
}
