using System.Text.Json;

namespace Embeds.Platforms.Sources;

/// <summary>Finds a member wherever it stands in JSON whose upper levels change with every redesign of a page.</summary>
internal static class JsonSearch
{
    private const int MaxValues = 200_000;

    /// <summary>All members of a name, the outer before the inner; at most 200,000 values are looked at.</summary>
    public static IEnumerable<JsonElement> Named(JsonElement root, string name)
    {
        var open = new Stack<JsonElement>([root]);
        for (var budget = MaxValues; open.Count > 0 && budget > 0; budget--)
        {
            var json = open.Pop();
            if (json.At(name) is { ValueKind: not JsonValueKind.Undefined } found)
                yield return found;
            var inner = json.ValueKind switch
            {
                JsonValueKind.Object => json.EnumerateObject().Select(member => member.Value),
                JsonValueKind.Array => json.EnumerateArray(),
                _ => [],
            };
            foreach (var value in inner.Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array).Reverse())
                open.Push(value);
        }
    }
}
