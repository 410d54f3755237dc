using System.Text.Json;
using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

/// <summary>Hand-made articles with every quote that they hold and the look-alikes that are none.</summary>
public class RecoveryFixtureTests
{
    private static readonly string Folder = Path.Combine(Folders.Fixtures, "recovery");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Article_gives_its_quotes_and_no_other(string name)
    {
        ArticleText article = Read(name, out JsonElement expected);
        RecoveredQuote[] found = Recover(article);
        Assert.Equal(
            expected.GetProperty("quotes").EnumerateArray().Select(Describe),
            found.Select(Describe),
            StringComparer.Ordinal);
        foreach ((JsonElement want, RecoveredQuote quote) in expected.GetProperty("quotes").EnumerateArray().Zip(found))
        {
            if (want.TryGetProperty("completeness", out JsonElement completeness))
                Assert.Equal(completeness.GetString(), quote.Completeness.ToString().ToLowerInvariant());
            if (want.TryGetProperty("translated", out JsonElement translated))
                Assert.Equal(translated.GetString(), quote.Translated?.ToString().ToLowerInvariant());
            if (want.TryGetProperty("native_id", out JsonElement id))
                Assert.Equal(id.GetString(), quote.NativeId);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Trap_is_part_of_no_quote(string name)
    {
        ArticleText article = Read(name, out JsonElement expected);
        RecoveredQuote[] found = Recover(article);
        foreach (JsonElement trap in expected.GetProperty("traps").EnumerateArray())
        {
            string text = trap.GetProperty("text").GetString()!;
            int start = article.Text.IndexOf(text, StringComparison.Ordinal);
            Assert.True(start >= 0, $"The trap '{text}' is not in the article.");
            Assert.DoesNotContain(found, quote => quote.WordsSpan.Overlaps(new TextSpan(start, start + text.Length)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Quote_lies_within_the_article_and_says_why(string name)
    {
        ArticleText article = Read(name, out _);
        int end = 0;
        foreach (RecoveredQuote quote in Recover(article))
        {
            Assert.True(end <= quote.Whole.Start && quote.Whole.Contains(quote.WordsSpan) && quote.Whole.End <= article.Text.Length);
            end = quote.Whole.End;
            Assert.NotEmpty(quote.Confidence.Evidence);
            Assert.All(quote.Confidence.Evidence, piece => Assert.True(piece.Start <= piece.End && piece.Why.EndsWith('.')));
            Assert.Equal(Math.Min(99, quote.Confidence.Evidence.Sum(piece => piece.Weight)), quote.Confidence.Post);
            Assert.Equal(quote.AuthorName is null && quote.AuthorHandle is null, quote.Confidence.Author == 0);
            Assert.Equal(quote.Platform is null, quote.Confidence.Platform == 0);
            Assert.Equal(quote.Words.Length == 0, quote.Completeness == TextCompleteness.Absent);
            if (quote.AuthorHandle is { } handle)
                Assert.Contains(handle, quote.Whole.Of(article.Text).ToString(), StringComparison.Ordinal);
        }
    }

    private static ArticleText Read(string name, out JsonElement expected)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")));
        expected = document.RootElement.Clone();
        return PlainTextBlocks.Read(File.ReadAllText(Path.Combine(Folder, name + ".txt")));
    }

    private static RecoveredQuote[] Recover(ArticleText article) =>
        [.. new QuoteRecoverer(Permalinks.Recognise).Recover(article, TestContext.Current.CancellationToken)];

    private static string Describe(JsonElement quote) => string.Join(
        " | ", quote.GetProperty("rule"), quote.GetProperty("platform"), quote.GetProperty("name"), quote.GetProperty("handle"), quote.GetProperty("published"), quote.GetProperty("text"));

    private static string Describe(RecoveredQuote quote) =>
        string.Join(" | ", quote.Rule, quote.Platform, quote.AuthorName, quote.AuthorHandle, quote.Published.At, quote.Words);
}
