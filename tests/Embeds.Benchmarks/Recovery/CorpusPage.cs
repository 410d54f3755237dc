using System.Text.Json;
using Embeds.Articles;
using Embeds.Rewriting;

namespace Embeds.Benchmarks.Recovery;

/// <summary>A page of the corpus with its labels.</summary>
internal sealed record CorpusPage(string Id, string File, string Html, IReadOnlyList<CorpusEmbed> Embeds)
{
    public bool IsMarkdown => File.EndsWith(".md", StringComparison.Ordinal);

    public static IReadOnlyList<CorpusPage> All(string corpus) =>
        [.. Directory.EnumerateFiles(Path.Combine(corpus, "labels"), "*.json").Order(StringComparer.Ordinal).Select(label => Read(corpus, label))];

    /// <summary>The page without its embeds, as a careless export leaves it.</summary>
    public string WithoutEmbeds()
    {
        var html = Html;
        foreach (var (start, end) in SpansOf(Embeds).Reverse())
            html = html.Remove(start, end - start);
        return html;
    }

    /// <summary>The spans of embeds in the page, in order; those inside another are left out.</summary>
    public IEnumerable<(int Start, int End)> SpansOf(IEnumerable<CorpusEmbed> embeds)
    {
        var last = 0;
        foreach (var embed in embeds.Where(e => e.Start >= 0).OrderBy(e => e.Start))
        {
            if (embed.Start < last || ElementSpan.EndOf(Html, embed.Start) is not { } end)
                continue;
            last = end;
            yield return (embed.Start, end);
        }
    }

    private static CorpusPage Read(string corpus, string label)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(label));
        var file = json.RootElement.GetProperty("file").GetString()!;
        var article = ArticleReader.Read(System.IO.File.ReadAllBytes(Path.Combine(corpus, "pages", file)), new ArticleHints { Name = file }, int.MaxValue);
        return new CorpusPage(Path.GetFileNameWithoutExtension(label), file, article.Text, [.. json.RootElement.GetProperty("embeds").EnumerateArray().Select(Embed)]);
    }

    private static CorpusEmbed Embed(JsonElement embed) => new(
        embed.GetProperty("form").GetString()!,
        embed.GetProperty("platform").GetString()!,
        StringOf(embed, "native_id"),
        StringOf(embed, "text"),
        StringOf(embed, "author_name"),
        StringOf(embed, "author_handle"),
        embed.TryGetProperty("published", out var published) && published.ValueKind == JsonValueKind.Object ? StringOf(published, "at") : null,
        embed.TryGetProperty("locator", out var locator) && locator.ValueKind == JsonValueKind.Object && locator.TryGetProperty("offset_utf16", out var offset) && offset.ValueKind == JsonValueKind.Number ? offset.GetInt32() : -1);

    private static string? StringOf(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
