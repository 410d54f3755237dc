using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData(" { } ", "{}")]
    [InlineData("[ ]", "[]")]
    [InlineData(" [ true , false , null ] ", "[true,false,null]")]
    [InlineData("""{"b":1,"a":{"d":[],"c":""}}""", """{"a":{"c":"","d":[]},"b":1}""")]
    public void Write_leaves_no_white_space_and_sorts_names(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Theory]
    // The short escapes, the slash that has none, and hex digits in lower case.
    [InlineData(@"""\b\t\n\f\r\""\\\/""", @"""\b\t\n\f\r\""\\/""")]
    [InlineData(@"""\u0008\u0009\u000A\u000C\u000D\u0022\u005C\u002F""", @"""\b\t\n\f\r\""\\/""")]
    [InlineData(@"""\u0000\u000B\u001F""", @"""\u0000\u000b\u001f""")]
    // Everything else is written as it is, also what HTML or JavaScript would escape.
    [InlineData(@"""\u007F\u0080\u2028\u2029\uFEFF""", "\"\u007F\u0080\u2028\u2029\uFEFF\"")]
    [InlineData(@"""\u003C\u0026\u002B\u0027\u003E""", @"""<&+'>""")]
    [InlineData(@"""\uD83D\uDEF3 \u00E9 e\u0301""", "\"🛳 é e\u0301\"")]
    public void Write_escapes_what_the_rfc_says_and_nothing_else(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Fact]
    public void Write_sorts_names_by_utf16_units()
    {
        // By code points the ship (U+1F6F3) would come last; its first unit is U+D83D, below U+FB33 and U+FFFF.
        string json = """{"\uFFFF":9,"\uFB33":8,"🛳":7,"€":6,"é":5,"a":4,"B":3,"10":2,"1":1,"":0}""";

        Assert.Equal("{\"\":0,\"1\":1,\"10\":2,\"B\":3,\"a\":4,\"é\":5,\"€\":6,\"🛳\":7,\"\uFB33\":8,\"\uFFFF\":9}", Canonical(json));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-17", "-17")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    public void Write_of_an_integer_is_its_digits(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("1E2")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("123456789012345678901234567890")]
    public void Write_of_another_number_is_refused_with_its_place(string number)
    {
        var refusal = Assert.Throws<QuoteFormatException>(() => Canonical($$"""{"list":[0,{"the count":{{number}}}]}"""));

        Assert.Equal("$.list[1]['the count']", refusal.Path);
        Assert.Contains("integer", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":["x","\uD83D"]}""", "$.a[1]")]
    [InlineData("""{"a":"\uDE00\uD83D"}""", "$.a")]
    [InlineData("""{"a":{"\uD83D":1}}""", "$.a")]
    public void Write_of_a_lone_surrogate_is_refused_with_its_place(string json, string path) =>
        Assert.Equal(path, Assert.Throws<QuoteFormatException>(() => Canonical(json)).Path);

    [Theory]
    [InlineData("""{"a":1,"b":2,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    public void Write_of_a_name_twice_is_refused(string json) =>
        Assert.Equal("$.a", Assert.Throws<QuoteFormatException>(() => Canonical(json)).Path);

    [Fact]
    public void Write_goes_64_levels_deep_and_no_deeper()
    {
        Assert.Equal(128, Canonical(Nested(64)).Length);
        Assert.Throws<QuoteFormatException>(() => Canonical(Nested(65)));

        static string Nested(int levels) => new string('[', levels) + new string(']', levels);
    }

    [Fact]
    public void Write_leaves_out_what_it_is_told_to_at_the_top_only()
    {
        byte[] value = """{"hash":1,"a":{"hash":2},"b":3}"""u8.ToArray();

        Assert.Equal("""{"a":{"hash":2},"b":3}""", Encoding.UTF8.GetString(CanonicalJson.ToUtf8(value, "hash")));
        Assert.Equal("""{"a":{"hash":2}}""", Encoding.UTF8.GetString(CanonicalJson.ToUtf8(value, "hash", "b")));
        Assert.Equal("{}", Encoding.UTF8.GetString(CanonicalJson.ToUtf8(value, "hash", "a", "b")));
    }

    [Fact]
    public void Write_of_its_own_output_changes_nothing() => JsonTrees.Any.Sample(tree =>
    {
        string once = Canonical(Json(tree));
        Assert.Equal(once, Canonical(once));
    });

    [Fact]
    public void Parse_of_what_was_written_is_what_was_given() => JsonTrees.Any.Sample(tree =>
        Assert.True(JsonNode.DeepEquals(tree, JsonNode.Parse(Canonical(Json(tree))))));

    [Fact]
    public void Write_does_not_depend_on_the_order_of_the_names() =>
        Gen.Select(JsonTrees.Any, Gen.Int).Sample((tree, seed) => Assert.Equal(Canonical(Json(tree)), Canonical(Json(Shuffled(tree, new Random(seed))))));

    [Fact]
    public void Write_does_not_depend_on_the_culture()
    {
        const string Json = """{"i":-1,"I":2,"ı":3,"İ":4,"ä":5,"z":6}""";
        string expected = Canonical(Json);
        var odd = (CultureInfo)CultureInfo.GetCultureInfo("tr-TR").Clone();
        odd.NumberFormat.NegativeSign = "minus ";

        Assert.Equal(expected, InCulture(odd, () => Canonical(Json)));
    }

    private static string InCulture(CultureInfo culture, Func<string> run)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Canonical(string json) =>
        Encoding.UTF8.GetString(CanonicalJson.ToUtf8(Encoding.UTF8.GetBytes(json)));

    private static string Json(JsonNode? tree) => tree?.ToJsonString() ?? "null";

    private static JsonNode? Shuffled(JsonNode? tree, Random random)
    {
        switch (tree)
        {
            case JsonObject value:
                KeyValuePair<string, JsonNode?>[] members = [.. value];
                random.Shuffle(members);
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, random))));
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Shuffled(item, random))]);
            default:
                return tree?.DeepClone();
        }
    }
}
