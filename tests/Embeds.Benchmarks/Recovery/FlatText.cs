using System.Text.Json;
using Embeds.Languages;

namespace Embeds.Benchmarks.Recovery;

/// <summary>A flattened text of the corpus with the posts that it holds.</summary>
internal sealed record FlatText(string Id, string Text, IReadOnlyList<FlatPost> Posts)
{
    public static IReadOnlyList<FlatText> All(string corpus, IReadOnlyList<CorpusPage> pages)
    {
        var byId = pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(Path.Combine(corpus, "labels-flat"), "*.json").Order(StringComparer.Ordinal).Select(label => Read(corpus, label, byId))];
    }

    private static FlatText Read(string corpus, string label, Dictionary<string, CorpusPage> pages)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(label));
        var root = json.RootElement;
        var text = File.ReadAllText(Path.Combine(corpus, "pages-flat", root.GetProperty("file").GetString()!));
        var offsets = Utf16Offsets(text);
        var page = pages[root.GetProperty("page").GetString()!];
        return new FlatText(root.GetProperty("id").GetString()!, text, [.. root.GetProperty("posts").EnumerateArray().Select(post => Post(post, offsets, page))]);
    }

    private static FlatPost Post(JsonElement post, int[] offsets, CorpusPage page) => new(
        SpanOf(post, "span", offsets)!.Value,
        SpanOf(post, "text", offsets),
        SpanOf(post, "author_name", offsets),
        SpanOf(post, "author_handle", offsets),
        SpanOf(post, "date", offsets) is null ? null : page.Embeds[post.GetProperty("embed").GetInt32()].PublishedAt);

    private static TextSpan? SpanOf(JsonElement post, string name, int[] offsets) =>
        post.TryGetProperty(name, out var span) && span.ValueKind == JsonValueKind.Object
            ? new TextSpan(offsets[span.GetProperty("start").GetInt32()], offsets[span.GetProperty("end").GetInt32()])
            : null;

    private static int[] Utf16Offsets(string text)
    {
        List<int> offsets = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]) || i == 0 || !char.IsHighSurrogate(text[i - 1]))
                offsets.Add(i);
        }

        return [.. offsets, text.Length];
    }
}
