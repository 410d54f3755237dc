using System.Text.Json;
using Embeds.Articles;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

/// <summary>The article that the recovery was first made for: every post of it, and none of its traps.</summary>
public class SeedTests
{
    private static readonly string Text = Path.Combine(Folders.Shared, "seed", "ledezma.txt");
    private static readonly string Expected = Path.Combine(Folders.Shared, "seed", "ledezma.expected.json");

    [Fact]
    public void Seed_recovers_every_quote_with_its_exact_span()
    {
        (RecoveredQuote[] found, JsonElement expected, string text) = Recover();
        var points = new CodePointIndex(text);
        foreach (JsonElement quote in expected.GetProperty("quotes").EnumerateArray())
        {
            RecoveredQuote match = Assert.Single(found, each => points.At(each.WordsSpan.Start) == quote.GetProperty("start").GetInt32());
            Assert.Equal(quote.GetProperty("end").GetInt32(), points.At(match.WordsSpan.End));
            Assert.Equal(quote.GetProperty("text").GetString(), match.Words);
            Assert.Equal(quote.GetProperty("platform").GetString(), match.Platform ?? "unknown");
            Assert.Equal(quote.GetProperty("author").TryGetProperty("name", out JsonElement name) ? name.GetString() : null, match.AuthorName);
            Assert.Null(match.AuthorHandle);
            Assert.Null(match.Permalink);
            Assert.InRange(match.Confidence.Post, quote.GetProperty("confidence_min").GetInt32(), quote.TryGetProperty("confidence_max", out JsonElement max) ? max.GetInt32() : 100);
            Assert.Equal(quote.GetProperty("translated").GetString(), match.Translated?.ToString().ToLowerInvariant());
            Assert.Equal(Strings(quote, "mentions"), Facets(match, FacetType.Mention));
            Assert.Equal(Strings(quote, "hashtags"), Facets(match, FacetType.Hashtag));
            if (quote.TryGetProperty("completeness", out JsonElement completeness))
                Assert.Equal(completeness.GetString(), match.Completeness.ToString().ToLowerInvariant());
        }
    }

    [Fact]
    public void Seed_falls_into_no_trap()
    {
        (RecoveredQuote[] found, JsonElement expected, string text) = Recover();
        Assert.Equal(expected.GetProperty("quotes").GetArrayLength(), found.Length);
        var points = new CodePointIndex(text);
        foreach (JsonElement trap in expected.GetProperty("traps").EnumerateArray())
            Assert.DoesNotContain(found, quote => points.At(quote.WordsSpan.Start) == trap.GetProperty("start").GetInt32());
    }

    private static (RecoveredQuote[] Found, JsonElement Expected, string Text) Recover()
    {
        if (!File.Exists(Text))
            Assert.Skip("The seed article is not beside this repository.");
        string text = File.ReadAllText(Text);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Expected));
        return ([.. new QuoteRecoverer().Recover(PlainTextBlocks.Read(text), TestContext.Current.CancellationToken)], document.RootElement.Clone(), text);
    }

    private static string[] Strings(JsonElement quote, string name) => [.. quote.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];

    private static string[] Facets(RecoveredQuote quote, FacetType type)
    {
        int[] runes = [.. quote.Words.EnumerateRunes().Select(rune => rune.Value)];
        return [.. quote.Facets.Where(facet => facet.Type == type).Select(facet => string.Concat(runes[(facet.Start + 1)..facet.End].Select(char.ConvertFromUtf32)))];
    }
}
