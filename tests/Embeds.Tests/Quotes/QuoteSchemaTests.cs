using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Embeds.Quotes;
using Json.Pointer;
using Json.Schema;

namespace Embeds.Tests.Quotes;

public class QuoteSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(QuoteSchema.Text);
    private static readonly JsonNode SchemaTree = JsonNode.Parse(QuoteSchema.Text)!;

    public static TheoryData<string> Fixtures => QuoteFixture.All;

    /// <summary>Where a value of the full block is put (or, without one, removed), and the value.</summary>
    public static TheoryData<string, string?> Mutants => new()
    {
        { "/schema", "\"quoteblock/2\"" },
        { "/key", null },
        { "/key", "\"pierpost:a b\"" },
        { "/platform", "\"Pierpost\"" },
        { "/native_id", "9007199254740993" },
        { "/url", "\"javascript:alert(1)\"" },
        { "/url", "null" },
        { "/url_aliases", "[]" },
        { "/captured_at", "\"2026-03-02T18:04:05+01:00\"" },
        { "/captured_at", "\"2026-03-02T18:04:05.2500Z\"" },
        { "/rumour", "1" },
        { "/source/kind", null },
        { "/source/sha256", "\"ABC\"" },
        { "/source/selectors/0/type", "\"SvgSelector\"" },
        { "/source/selectors/3/start", "-1" },
        { "/author/handle", "\"@marit_sol\"" },
        { "/author/rank", "1" },
        { "/text/translated", "\"maybe\"" },
        { "/text/facets", "[]" },
        { "/text/facets/2/type", "\"footnote\"" },
        { "/text/facets/0/start", "1.5" },
        { "/published/at", "\"27 February 2026\"" },
        { "/published/at", null },
        { "/published/precision", "\"unknown\"" },
        { "/media/0/path", "\"blobs/../../secret\"" },
        { "/media/0/sha256", null },
        { "/poll/options", null },
        { "/metrics/views", "9007199254740992" },
        { "/status/state", "\"missing\"" },
        { "/provenance", "{}" },
        { "/provenance/a", """{"via":"markup","confidence":1}""" },
        { "/provenance/~1~0x", """{"via":"markup","confidence":1}""" },
        { "/provenance//confidence", "0.5" },
        { "/provenance//confidence", "101" },
        { "/recovery/words", null },
        { "/recovery/post", "101" },
        { "/recovery/author", "-1" },
        { "/recovery/platform", "12.5" },
        { "/recovery/luck", "7" },
        { "/recovery/evidence", "[]" },
        { "/recovery/evidence/0/end", null },
        { "/recovery/evidence/0/weight", "\"95\"" },
        { "/recovery/evidence/1/why", null },
        { "/recovery/evidence/1/source", "\"x\"" },
        { "/extensions/gazette", "1" },
        { "/integrity/alg", "\"sha-1\"" },
        { "/integrity", null },
        { "/history/0/seq", "0" },
        { "/history/0/hash", null },
    };

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Block_is_valid(string fixture)
    {
        Assert.True(IsValid(JsonNode.Parse(QuoteFixture.Bytes(fixture))));
        Assert.True(IsValid(JsonNode.Parse(QuoteFixture.Read(fixture).Append(HistoryEvent.Verify, DateTimeOffset.UnixEpoch).ToUtf8Json())));
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Mutant_is_not_valid(string place, string? value)
    {
        JsonNode block = JsonNode.Parse(QuoteFixture.Bytes(QuoteFixture.Full))!;

        Put(block, place, value);

        Assert.False(IsValid(block));
    }

    [Fact]
    public void Schema_allows_no_member_that_it_does_not_name()
    {
        JsonObject[] objects = [.. Subtrees(SchemaTree).OfType<JsonObject>().Where(node => node["properties"] is JsonObject && !node.ContainsKey("if") && node["type"] is not null)];

        Assert.NotEmpty(objects);
        Assert.All(objects, node => Assert.False(node["additionalProperties"]?.GetValue<bool>() ?? true, node.GetPath()));
    }

    [Fact]
    public void Full_block_has_every_member_that_the_schema_names()
    {
        string[] named = [.. Subtrees(SchemaTree).OfType<JsonObject>()
            .Select(node => node["properties"]).OfType<JsonObject>()
            .SelectMany(properties => properties).Select(property => property.Key).Distinct(StringComparer.Ordinal)];
        HashSet<string> present = [.. Subtrees(JsonNode.Parse(QuoteFixture.Bytes(QuoteFixture.Full))!).OfType<JsonObject>()
            .SelectMany(node => node).Select(member => member.Key)];

        Assert.All(named, name => Assert.Contains(name, present));
    }

    [Fact]
    public void Enums_of_the_model_have_the_values_of_the_schema()
    {
        AssertSame<PostKind>("/properties/kind");
        AssertSame<SourceKind>("/properties/source/properties/kind");
        AssertSame<TextCompleteness>("/properties/text/properties/completeness");
        AssertSame<LanguageSource>("/properties/text/properties/lang_source");
        AssertSame<TextDirection>("/properties/text/properties/dir");
        AssertSame<TranslationState>("/properties/text/properties/translated");
        AssertSame<DatePrecision>("/properties/published/properties/precision");
        AssertSame<DateZone>("/properties/published/properties/zone");
        AssertSame<RedactionReason>("/properties/rights/properties/redactions/items/properties/reason");
        AssertSame<TimestampType>("/properties/integrity/properties/timestamps/items/properties/type");
        AssertSame<Verification>("/$defs/author/properties/verified");
        AssertSame<FacetType>("/$defs/facet/properties/type");
        AssertSame<MediaType>("/$defs/media/properties/type");
        AssertSame<PostState>("/$defs/state");
        AssertSame<ObservationMethod>("/$defs/observation/properties/method");
        AssertSame<HistoryEvent>("/$defs/historyEntry/properties/event");
        AssertSame<Via>("/$defs/prov/properties/via");
    }

    private static void AssertSame<TEnum>(string pointer)
        where TEnum : struct, Enum
    {
        Assert.True(JsonPointer.Parse(pointer).TryEvaluate(SchemaTree, out JsonNode? place), pointer);
        string[] schema = [.. place!["enum"]!.AsArray().Select(value => value!.GetValue<string>()).Order(StringComparer.Ordinal)];
        string[] model = [.. Enum.GetValues<TEnum>().Select(Written).Order(StringComparer.Ordinal)];
        Assert.Equal(schema, model);
    }

    private static string Written<TEnum>(TEnum value)
    {
        using var json = new Utf8Buffer();
        QuoteJson.Write(json, value);
        return JsonElement.Parse(json.Written).GetString()!;
    }

    private static bool IsValid(JsonNode? block) => Schema.Evaluate(block).IsValid;

    private static void Put(JsonNode block, string pointer, string? value)
    {
        string[] steps = [.. pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        JsonNode parent = steps[..^1].Aggregate(block, (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (value is null)
            Assert.True(parent.AsObject().Remove(steps[^1]));
        else
            parent[steps[^1]] = JsonNode.Parse(value);
    }

    private static IEnumerable<JsonNode> Subtrees(JsonNode root)
    {
        IEnumerable<JsonNode?> children = root switch
        {
            JsonObject value => value.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(Subtrees).Prepend(root);
    }
}
