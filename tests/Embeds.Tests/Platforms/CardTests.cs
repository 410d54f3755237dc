namespace Embeds.Tests.Platforms;

/// <summary>Cards of articles and code are embedded like posts and quote nobody.</summary>
public sealed class CardTests
{
    private const string Page = """
        <article><p>Read on.</p>
        <blockquote class="wp-embedded-content" data-secret="a1"><a href="https://notes.example/ferry/">The ferry is back</a></blockquote>
        <p>https://medium.com/harbour-notes/low-tide-9a1b2c3d4e5f</p>
        <script src="https://gist.github.com/adaexample/673426500458f63f019c8f5e013f282a.js"></script>
        </article>
        """;

    [Fact]
    public void Cards_are_left_out_by_default() => Assert.Empty(new EmbedArchiver(new EmbedArchiverOptions { Recover = false }).Read(Page).Blocks);

    [Fact]
    public void Cards_are_read_when_asked_for()
    {
        var quotes = new EmbedArchiver(new EmbedArchiverOptions { Recover = false, IncludeCards = true }).Read(Page);

        Assert.Equal(["wordpress", "medium", "github-gist"], quotes.Blocks.Select(b => b.Platform), StringComparer.Ordinal);
    }
}
