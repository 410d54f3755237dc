using Embeds.Platforms;
using Embeds.Quotes;
using Embeds.Tests.Support;
using OwnPlatform;

namespace Embeds.Tests.Documentation;

/// <summary>What <c>samples/OwnPlatform</c> and <c>docs/own-platform.md</c> promise, seen from outside: nothing internal is used.</summary>
public sealed class OwnPlatformTests
{
    private const string Official =
        """
        <blockquote class="forum-post"><p>The ferry is <a href="https://harbour.example">back</a>.</p><p>At last.</p><footer><b>Ada Example</b>
        <a href="https://forum.example/t/harbour/7?ref=embed"><time datetime="2019-03-05T10:20:00+01:00">5 March</time></a></footer></blockquote>
        """;

    private const string OfOthers =
        """
        <blockquote class="twitter-tweet"><p lang="en" dir="ltr">Mind the gap.</p>&mdash; Pier Watch (@pier_watch) <a href="https://twitter.com/pier_watch/status/1031200000000000777">August 19, 2018</a></blockquote>
        <p>And</p>
        <iframe src="https://www.youtube.com/embed/Harb0urCam1"></iframe>
        """;

    [Fact]
    public void Official_markup_gives_words_author_and_date()
    {
        var block = Assert.Single(Read(Official, new ForumPlatform()).Blocks);

        Assert.Equal("forum", block.Platform);
        Assert.Equal("harbour/7", block.NativeId);
        Assert.Equal("https://forum.example/t/harbour/7", block.Url);
        Assert.Equal("The ferry is back.\n\nAt last.", block.Text.Value);
        Assert.Equal("https://harbour.example", Assert.Single(block.Text.Facets).Target);
        Assert.Equal("Ada Example", block.Author.Name);
        Assert.Equal("2019-03-05T09:20:00Z", block.Published.At);
        Assert.Equal(SealCheck.Intact, block.Verify());
    }

    [Theory]
    [InlineData("<p>https://forum.example/t/harbour/7</p>", EmbedForm.BareLink)]
    [InlineData("<iframe src='https://forum.example/embed/harbour/7'></iframe>", EmbedForm.Iframe)]
    [InlineData("<iframe src='about:blank' data-lazy-src='https://forum.example/embed/harbour/7'></iframe>", EmbedForm.Lazy)]
    [InlineData("<div data-embed-url='https://forum.example/t/harbour/7'></div>", EmbedForm.Lazy)]
    [InlineData("<iframe data-cookieblock-src='https://forum.example/embed/harbour/7'></iframe>", EmbedForm.Consent)]
    [InlineData("<textarea hidden><iframe src='https://forum.example/embed/harbour/7'></iframe></textarea>", EmbedForm.Consent)]
    [InlineData("<amp-iframe src='https://forum.example/embed/harbour/7'></amp-iframe>", EmbedForm.Amp)]
    [InlineData("<script src='https://forum.example/embed/harbour/7'></script>", EmbedForm.Script)]
    [InlineData("<blockquote><p>The ferry is back.</p><footer><cite><a href='https://forum.example/t/harbour/7'>@ada</a></cite></footer></blockquote>", EmbedForm.Degraded)]
    [InlineData("<p>https://web.archive.org/web/20190717140047/https://forum.example/t/harbour/7</p>", EmbedForm.BareLink)]
    public void Carriers_of_the_library_carry_its_posts(string markup, string form)
    {
        var block = Assert.Single(Read(markup, new ForumPlatform()).Blocks);

        Assert.Equal("https://forum.example/t/harbour/7", block.Url);
        Assert.Equal(form, block.Source.EmbedForm);
    }

    [Theory]
    [InlineData("<p>https://forum.example/t/harbour</p>")]
    [InlineData("<p>https://forum.example.net/t/harbour/7</p>")]
    [InlineData("<blockquote class='forum-post'><p>Words without an address.</p></blockquote>")]
    public void What_is_no_post_gives_none(string markup) => Assert.Empty(Read(markup, new ForumPlatform()).Blocks);

    [Fact]
    public void Posts_of_others_are_as_without_it()
    {
        var with = Read(OfOthers + Official, new ForumPlatform()).Blocks;

        Assert.Equal(["x", "youtube", "forum"], with.Select(b => b.Platform));
        Assert.Equal(Facts(Read(OfOthers)), Facts(Read(OfOthers + Official, new ForumPlatform())).Take(2));
    }

    [Theory]
    [InlineData("<blockquote class='forum-post'><p>Words</p></blockquote>")]
    [InlineData("<p>https://broken.example/t/harbour/7</p>")]
    [InlineData("<iframe src='https://elsewhere.example/t/1'></iframe>")]
    [InlineData("<div data-service='broken' data-id='7'></div>")]
    [InlineData("<script id='__NEXT_DATA__' type='application/json'>{\"article\":{\"body\":[{\"type\":\"embed\",\"url\":\"https://broken.example/t/harbour/7\"}]}}</script>")]
    public void What_it_throws_loses_only_that_embed(string markup)
    {
        var with = Read(markup + OfOthers, new BrokenPlatform());

        Assert.Equal(Facts(Read(OfOthers)), Facts(with));
        Assert.Contains(with.Issues, i => i.Code == "reader-failed");
    }

    [Fact]
    public void What_it_throws_about_a_frame_of_unknown_host_is_told_once_and_stops_no_other_platform()
    {
        const string frames = "<iframe src='https://tube.example/videos/embed/7c9e6679-7425-40de-944b-e07fc1f90ae7'></iframe><p>And</p><iframe src='https://tube.example/videos/embed/7c9e6679-7425-40de-944b-e07fc1f90ae8'></iframe>";

        var with = Read(frames, new BrokenPlatform());

        Assert.Equal(["peertube", "peertube"], with.Blocks.Select(b => b.Platform));
        Assert.Equal("reader-failed", Assert.Single(with.Issues).Code);
    }

    [Fact]
    public void What_it_throws_about_an_account_does_not_lose_a_recovered_quote()
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Platforms = { new ProfilelessPlatform() } });

        var quotes = archiver.Read("It stood still for a week.\n\nThe ferry is back — Pia Hollow (@pia_hollow_ex) March 14, 2019\n");

        Assert.Equal("pia_hollow_ex", Assert.Single(quotes.Blocks).Author.Handle);
        Assert.Equal("reader-failed", Assert.Single(quotes.Issues).Code);
    }

    [Fact]
    public void What_it_throws_in_Markdown_loses_only_that_line()
    {
        using var archiver = Archiver(new BrokenPlatform());

        var quotes = archiver.Read("# The ferry\n\nhttps://broken.example/t/harbour/7\n\nhttps://www.youtube.com/watch?v=Harb0urCam1\n"u8.ToArray(), fileName: "ferry.md");

        Assert.Equal("youtube", Assert.Single(quotes.Blocks).Platform);
        Assert.Contains(quotes.Issues, i => i.Code == "reader-failed");
    }

    [Fact]
    public void What_it_throws_about_a_post_that_was_read_loses_only_that_fact()
    {
        var quotes = Read("<p>https://forum.example/t/harbour/7</p>", new ForgetfulPlatform());

        var block = Assert.Single(quotes.Blocks);
        Assert.Equal("ada", block.Author.Handle);
        Assert.Null(block.Author.Url);
        Assert.Null(block.Published.At);
        Assert.Equal(2, quotes.Issues.Count(i => i.Code == "reader-failed"));
    }

    [Fact]
    public void Page_shows_the_code_of_the_sample()
    {
        var page = File.ReadAllText(Path.Combine(Fixtures.Docs, "own-platform.md")).ReplaceLineEndings("\n");
        var code = File.ReadAllText(Path.Combine(Fixtures.Samples, "OwnPlatform", "ForumPlatform.cs")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{code}```\n", page, StringComparison.Ordinal);
    }

    /// <summary>What each block says, without what it says of its article.</summary>
    private static IEnumerable<(string?, string, Author, Published, string?)> Facts(ArticleQuotes quotes) =>
        quotes.Blocks.Select(b => (b.Url, b.Text.Value, b.Author, b.Published, b.Source.EmbedForm));

    private static ArticleQuotes Read(string article, params ReadOnlySpan<Platform> platforms)
    {
        using var archiver = Archiver(platforms);
        return archiver.Read($"<!DOCTYPE html><html lang=en><title>The ferry</title><article>{article}</article>");
    }

    private static EmbedArchiver Archiver(params ReadOnlySpan<Platform> platforms)
    {
        var options = new EmbedArchiverOptions();
        foreach (var platform in platforms)
            options.Platforms.Add(platform);
        return new EmbedArchiver(options);
    }
}
