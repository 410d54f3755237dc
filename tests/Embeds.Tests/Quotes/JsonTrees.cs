using System.Text.Json.Nodes;
using CsCheck;

namespace Embeds.Tests.Quotes;

/// <summary>JSON trees of every kind that the format knows.</summary>
internal static class JsonTrees
{
    private const long MaxInteger = 9_007_199_254_740_991;

    private static Gen<JsonNode?> Leaf { get; } = Gen.OneOf(
        Texts.Sound.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Long[-MaxInteger, MaxInteger].Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(truth => (JsonNode?)JsonValue.Create(truth)),
        Gen.Const((JsonNode?)null));

    public static Gen<JsonNode?> Any { get; } = OfDepth(3);

    private static Gen<JsonNode?> OfDepth(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            OfDepth(depth - 1).Array[0, 4].Select(items => (JsonNode?)new JsonArray(items)),
            Gen.Select(Texts.Sound, OfDepth(depth - 1)).Array[0, 5].Select(members => (JsonNode?)Object(members)));

    private static JsonObject Object((string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach ((string name, JsonNode? value) in members)
            result[name] = value;
        return result;
    }
}
