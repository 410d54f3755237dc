namespace Embeds.Tests.Articles;

public sealed class ArticleHeadTests
{
    private static ArticleDescription Describe(string html)
    {
        using var archiver = new EmbedArchiver();
        return archiver.Read(html).Article;
    }

    [Fact]
    public void Page_says_its_title_permalink_language_and_date()
    {
        var article = Describe("""
            <html lang="pt-BR"><head><title> O  farol
             reabre </title><link rel="canonical" href="https://jornal.example/farol">
            <meta property="article:published_time" content="2019-04-02T08:00:00-03:00"></head><body><h1>Outro</h1></body></html>
            """);

        Assert.Equal("O farol reabre", article.Title);
        Assert.Equal("https://jornal.example/farol", article.CanonicalUrl);
        Assert.Equal("pt-BR", article.Lang);
        Assert.Equal("2019-04-02T08:00:00-03:00", article.PublishedAt);
    }

    [Fact]
    public void Date_of_structured_data_counts_where_no_meta_has_one() =>
        Assert.Equal("2020-02-03", Describe("""<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-02-03"}]}</script>""").PublishedAt);

    [Fact]
    public void Broken_structured_data_says_nothing() =>
        Assert.Null(Describe("""<script type="application/ld+json">{"datePublished": oops</script><p>x</p>""").PublishedAt);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    public void Canonical_link_that_is_no_web_address_is_left_out(string href) =>
        Assert.Null(Describe($"<link rel=canonical href=\"{href}\"><p>x</p>").CanonicalUrl);
}
