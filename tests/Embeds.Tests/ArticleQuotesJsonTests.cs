using System.Text;
using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Tests;

public sealed class ArticleQuotesJsonTests
{
    private const string Page = """
        <html lang="en"><head><title>Zwölf “Lampen” 💡</title></head><body>
        <blockquote class="twitter-tweet"><p>Lit.</p>&mdash; Ada (@ada_lit) <a href="https://twitter.com/ada_lit/status/1106264258717634310">March 14, 2021</a></blockquote>
        </body></html>
        """;

    [Fact]
    public void Document_is_canonical_and_its_blocks_are_those_of_ToUtf8Json()
    {
        var quotes = Read();

        var document = quotes.ToUtf8Json("story.html");

        Assert.Equal(document, CanonicalJson.ToUtf8(document));
        Assert.Contains(Encoding.UTF8.GetString(quotes.Blocks.Single().ToUtf8Json()), Encoding.UTF8.GetString(document), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(document), quotes.ToJson("story.html"));
    }

    [Fact]
    public void Unknown_members_of_the_article_and_the_source_are_null()
    {
        var document = JsonElement.Parse(Read().ToUtf8Json());

        Assert.Equal(ArticleQuotes.SchemaName, document.GetProperty("schema").GetString());
        Assert.Equal(JsonValueKind.Null, document.GetProperty("source").ValueKind);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("article").GetProperty("url").ValueKind);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("article").GetProperty("canonical_url").ValueKind);
        Assert.Equal("Zwölf “Lampen” 💡", document.GetProperty("article").GetProperty("title").GetString());
    }

    [Fact]
    public void Issue_has_code_severity_url_and_message()
    {
        // The printed year is not that of the post's id.
        var issue = JsonElement.Parse(Read().ToUtf8Json()).GetProperty("issues").EnumerateArray().Single();

        Assert.Equal(["code", "message", "severity", "url"], issue.EnumerateObject().Select(member => member.Name));
        Assert.Equal("date-conflict", issue.GetProperty("code").GetString());
        Assert.Equal("warning", issue.GetProperty("severity").GetString());
    }

    [Fact]
    public void Block_without_a_seal_is_refused()
    {
        var quotes = Read();
        var open = quotes with { Blocks = [quotes.Blocks[0] with { Integrity = null }] };

        Assert.Throws<InvalidOperationException>(() => open.ToUtf8Json());
    }

    private static ArticleQuotes Read()
    {
        using var archiver = new EmbedArchiver();
        return archiver.Read(Page);
    }
}
