using System.Text;
using System.Text.Json.Nodes;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

/// <summary>What <see cref="QuoteBlock.Parse(string)"/> does not take for a block.</summary>
public class QuoteBlockRefusalTests
{
    private static readonly string Recovered = Encoding.UTF8.GetString(QuoteFixture.Bytes(QuoteFixture.Recovered));

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{")]
    [InlineData("""{"schema":"quoteblock/1"} {}""")]
    [InlineData("""{"schema":"quoteblock/1",}""")]
    [InlineData("""{/* a comment */"schema":"quoteblock/1"}""")]
    public void No_json_is_refused(string text)
    {
        QuoteFormatException refusal = Refusal(text);

        Assert.Contains("JSON", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.Path);
    }

    [Fact]
    public void Json_65_levels_deep_is_refused() =>
        Assert.Contains("depth", Refusal(new string('[', 65) + new string(']', 65)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$")]
    [InlineData("""{"schema":1}""", "$.schema")]
    [InlineData("""{"schema":"\uD83D"}""", "$.schema")]
    [InlineData("""{"schema":"quoteblocks/1","blocks":[]}""", "$.schema")]
    [InlineData("""{"schema":"quoteblock/2","novelty":0.5}""", "$.schema")]
    [InlineData("""{"schema":"quoteblock/1.1"}""", "$.schema")]
    public void Another_format_or_version_is_refused_first(string text, string path)
    {
        QuoteFormatException refusal = Refusal(text);

        Assert.Equal(path, refusal.Path);
        Assert.Contains("quote", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("platform")]
    [InlineData("captured_at")]
    [InlineData("source")]
    [InlineData("author")]
    [InlineData("text")]
    [InlineData("published")]
    [InlineData("status")]
    [InlineData("provenance")]
    [InlineData("integrity")]
    public void Absence_of_a_required_member_is_refused(string member)
    {
        JsonObject block = JsonNode.Parse(Recovered)!.AsObject();
        block.Remove(member);

        Assert.Contains(member, Refusal(block.ToJsonString()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"captured_at\":", "\"rumour\": 1, \"captured_at\":", "$.rumour")]
    [InlineData("\"captured_at\":", "\"CapturedAt\":", "$.CapturedAt")]
    [InlineData("\"completeness\":", "\"length\": 4, \"completeness\":", "$.text.length")]
    [InlineData("\"exact\":", "\"prefixes\": \"a\", \"exact\":", "$.source.selectors[0].prefixes")]
    public void Unknown_member_is_refused_with_its_place(string said, string instead, string path) =>
        Assert.Equal(path, Refusal(Edited(said, instead)).Path);

    [Theory]
    [InlineData("\"key\":", "\"key\": \"x:1\", \"key\":", "$.key")]
    [InlineData("\"key\":", "\"k\\u0065y\": \"x:1\", \"key\":", "$.key")]
    [InlineData("\"words\":", "\"words\": 60, \"words\":", "$.recovery.words")]
    public void Member_twice_is_refused_with_its_place(string said, string instead, string path) =>
        Assert.Equal(path, Refusal(Edited(said, instead)).Path);

    [Theory]
    [InlineData("60.0")]
    [InlineData("60.5")]
    [InlineData("6e1")]
    [InlineData("9007199254740992")]
    [InlineData("2147483648")]
    [InlineData("\"60\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Number_that_is_no_small_integer_is_refused_with_its_place(string number) =>
        Assert.Equal("$.recovery.words", Refusal(Edited("\"words\": 60", $"\"words\": {number}")).Path);

    [Theory]
    [InlineData("\"captured_at\":", "\"native_id\": 9007199254740993, \"captured_at\":", "$.native_id")]
    [InlineData("\"captured_at\":", "\"native_id\": 7, \"captured_at\":", "$.native_id")]
    [InlineData("\"captured_at\":", "\"url\": null, \"captured_at\":", "$.url")]
    [InlineData("\"captured_at\":", "\"url_aliases\": [null], \"captured_at\":", "$.url_aliases[0]")]
    [InlineData("\"captured_at\":", "\"url_aliases\": [], \"captured_at\":", "$.url_aliases")]
    [InlineData("\"captured_at\":", "\"extensions\": {}, \"captured_at\":", "$.extensions")]
    [InlineData("\"captured_at\":", "\"extensions\": {\"a.b\": {\"c\": [0.5]}}, \"captured_at\":", "$.extensions['a.b'].c[0]")]
    [InlineData("\"kind\": \"unknown\"", "\"kind\": \"sonnet\"", "$.kind")]
    [InlineData("\"kind\": \"unknown\"", "\"kind\": \"Unknown\"", "$.kind")]
    [InlineData("\"kind\": \"unknown\"", "\"kind\": \"post, reply\"", "$.kind")]
    [InlineData("\"kind\": \"unknown\"", "\"kind\": 3", "$.kind")]
    [InlineData("\"TextQuoteSelector\"", "\"SvgSelector\"", "$.source.selectors[0]")]
    [InlineData("\"via\": \"recovered\"", "\"via\": \"hearsay\"", "$.provenance")]
    [InlineData("\"sha-256\"", "\"sha-1\"", "$.integrity.alg")]
    [InlineData("\"canon\": \"rfc8785\",", "", "$.integrity.canon")]
    public void Value_that_the_format_does_not_have_is_refused_with_its_place(string said, string instead, string path) =>
        Assert.Equal(path, Refusal(Edited(said, instead)).Path);

    [Fact]
    public void Selector_without_a_type_is_refused() =>
        Assert.Contains("$.source.selectors[0]", Refusal(Edited("\"type\": \"TextQuoteSelector\",", "")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"captured_at\":", "\"generator\": \"\\uD83D\", \"captured_at\":", "$.generator")]
    [InlineData("\"captured_at\":", "\"generator\": \"\\uDE00\\uD83D\", \"captured_at\":", "$.generator")]
    [InlineData("\"captured_at\":", "\"\\uD83D\": 1, \"\\uD83D\": 2, \"captured_at\":", "$")]
    public void Escaped_lone_surrogate_is_refused_with_its_place(string said, string instead, string path) =>
        Assert.Equal(path, Refusal(Edited(said, instead)).Path);

    [Fact]
    public void Bare_lone_surrogate_is_refused() =>
        Assert.Contains("surrogate", Refusal(Edited("Voices from", "Voices \ud83d from")).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(Edited("Voices from", "Voïces from"));

        Assert.Contains("UTF-8", Assert.Throws<QuoteFormatException>(() => QuoteBlock.Parse(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_throws() => Assert.Throws<ArgumentNullException>(() => QuoteBlock.Parse((string)null!));

    [Fact]
    public void TryParse_of_what_is_refused_is_false()
    {
        Assert.True(QuoteBlock.TryParse(Recovered, out QuoteBlock? block));
        Assert.Equal(SealCheck.Intact, block.Verify());
        Assert.False(QuoteBlock.TryParse("{}", out block));
        Assert.Null(block);
        Assert.False(QuoteBlock.TryParse(null, out _));
    }

    private static QuoteFormatException Refusal(string json) => Assert.Throws<QuoteFormatException>(() => QuoteBlock.Parse(json));

    /// <summary>The fixture with one change in one place.</summary>
    private static string Edited(string said, string instead)
    {
        Assert.Equal(2, Recovered.Split(said).Length);
        return Recovered.Replace(said, instead, StringComparison.Ordinal);
    }
}
