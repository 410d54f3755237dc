using System.Text.Json;
using AngleSharp.Dom;

namespace Embeds.Detection.Payloads;

/// <summary>
/// The data of Nuxt 3: one flat list in which an object's properties and a list's items are numbers, the places of their
/// values in the list. <c>["Reactive", 3]</c> and its kin wrap one value.
/// </summary>
internal static class NuxtData
{
    private const int MaxSteps = 200_000;

    public static bool Is(IElement script) => script.Id == "__NUXT_DATA__";

    public static void Scan(string script, PayloadScanner scanner)
    {
        try
        {
            using var list = JsonDocument.Parse(script);
            if (list.RootElement.ValueKind == JsonValueKind.Array)
                Scan([.. list.RootElement.EnumerateArray()], scanner);
        }
        catch (JsonException)
        {
            // A list that is cut off holds nothing that can be put together.
        }
    }

    private static void Scan(JsonElement[] values, PayloadScanner scanner)
    {
        var seen = new HashSet<int>();
        var open = new Stack<(int Place, PayloadNode? Parent, string? Key)>();
        open.Push((0, null, null));
        for (var steps = 0; open.Count > 0 && steps < MaxSteps; steps++)
        {
            var (place, parent, key) = open.Pop();
            if (place < 0 || place >= values.Length)
                continue;
            var value = values[place];
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text)
            {
                scanner.See(parent ?? new PayloadNode(null, null), key, text);
                continue;
            }

            // Values are shared, and may hold themselves.
            if (!seen.Add(place))
                continue;
            var isWrapper = IsWrapper(value);
            var node = isWrapper ? parent : new PayloadNode(parent, key);
            foreach (var (name, item) in PartsOf(value).Reverse())
            {
                if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var next))
                    open.Push((next, node, isWrapper ? key : name));
            }
        }
    }

    private static bool IsWrapper(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String;

    private static IEnumerable<(string? Name, JsonElement Item)> PartsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(p => ((string?)p.Name, p.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(item => ((string?)null, item)),
        _ => [],
    };
}
