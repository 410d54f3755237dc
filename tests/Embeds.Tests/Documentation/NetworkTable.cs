using System.Text;
using System.Text.Json.Nodes;
using Embeds.Tests.Capture.Network;

namespace Embeds.Tests.Documentation;

/// <summary>The table of <c>docs/network.md</c>: each answer of the town, the status that it gives and the fields that it fills.</summary>
internal static class NetworkTable
{
    public const string Begin = "<!-- made from tests/Fixtures/town: begin -->";
    public const string End = "<!-- made from tests/Fixtures/town: end -->";

    public static string ToMarkdown()
    {
        var table = new StringBuilder(Begin).Append("\n| platform | answer | status | issues | fields |\n|---|---|---|---|---|\n");
        foreach (var town in TownCase.All().Where(t => t.Expected is not null))
        {
            var expected = town.Expected!;
            table.Append("| ").AppendJoin(" | ", town.Platform, $"**{town.Name.Split('/')[1]}**: {town.Shows}", (string)expected["state"]!, Issues(expected), Fields((JsonObject)expected["block"]!)).Append(" |\n");
        }

        return table.Append(End).ToString();
    }

    private static string Issues(JsonObject expected) => string.Join(", ", ((JsonArray)expected["issues"]!).Select(i => $"`{i}`").Distinct());

    private static string Fields(JsonObject block) => string.Join(", ", block.Where(f => IsFilled(f.Key, f.Value)).Select(f => f.Key.Replace('_', ' ')));

    private static bool IsFilled(string name, JsonNode? value) => name switch
    {
        "kind" => false,
        "text" => !string.IsNullOrEmpty((string?)value!["value"]),
        "published" => value!["at"] is not null,
        _ => value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } or JsonValue,
    };
}
