using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Embeds.Capture.Network;
using Embeds.Tests.Support;

namespace Embeds.Tests.Capture.Network;

/// <summary>
/// One file of the town: a post, what its platform's endpoints answer, and what is to come of it.
/// <code>
/// { "shows": "…", "post": "https://…", "article": "&lt;blockquote…" (else the bare address),
///   "answers": { "part of host, path, query and Accept": { "status": 200, "headers": {}, "charset": "windows-1251", "json": {} or "body": "…", "does": "reset" } },
///   "expected": { "state": "live", "issues": [], "block": {} } }
/// </code>
/// </summary>
internal sealed class TownCase
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject _json;

    private TownCase(string name, string path, JsonObject json)
    {
        Name = name;
        Path = path;
        _json = json;
    }

    /// <summary>Folder and file: <c>x/live</c>.</summary>
    public string Name { get; }

    public string Path { get; }

    public string Platform => Name.Split('/')[0];

    public string Shows => (string)_json["shows"]!;

    public string Post => (string)_json["post"]!;

    public string Article => (string?)_json["article"] ?? $"<p><a href=\"{Post}\">{Post}</a></p>";

    public TimeSpan Timeout => TimeSpan.FromMilliseconds((int?)_json["timeout_ms"] ?? 60_000);

    public NetworkDepth Depth => Enum.Parse<NetworkDepth>((string?)_json["depth"] ?? "complete", ignoreCase: true);

    public JsonObject Answers => (JsonObject)_json["answers"]!;

    public JsonObject? Expected => _json["expected"] as JsonObject;

    public static IEnumerable<TownCase> All(string folder = "town")
    {
        var root = System.IO.Path.Combine(Fixtures.Root, folder);
        foreach (var path in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return Read(System.IO.Path.GetRelativePath(root, path).Replace('\\', '/')[..^".json".Length], folder);
    }

    public static TownCase Read(string name, string folder = "town")
    {
        var path = System.IO.Path.Combine(Fixtures.Root, folder, name + ".json");
        return new TownCase(name, path, (JsonObject)JsonNode.Parse(File.ReadAllText(path))!);
    }

    /// <summary>A case that a test makes itself.</summary>
    public static TownCase Of(string name, JsonObject json) => new(name, "", json);

    /// <summary>Writes what came of it; a file that says so already keeps its spelling.</summary>
    public void Expect(JsonObject got)
    {
        if (JsonNode.DeepEquals(got, Expected))
            return;
        _json["expected"] = got;
        File.WriteAllText(Path, _json.ToJsonString(Written) + "\n");
    }

    public static string Show(JsonNode? node) => node?.ToJsonString(Written) ?? "nothing";
}
