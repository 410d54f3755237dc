using System.Text.Json;
using AngleSharp.Dom;

namespace Embeds.Platforms.Sources;

/// <summary>
/// The data that a page's scripts hold for its own code to draw. Where in it a post stands changes from month to month, so it is
/// looked for by what it is and not by its place.
/// </summary>
internal static class PageData
{
    private const int MaxScripts = 200;
    private const int MaxValues = 200_000;

    /// <summary>Every object in the page's data scripts, in the order in which they stand there.</summary>
    public static IEnumerable<JsonElement> Objects(IDocument page)
    {
        var left = MaxValues;
        foreach (var script in page.QuerySelectorAll("script[type='application/json']").Take(MaxScripts))
        {
            if (script.TextContent is not { Length: > 0 } text || ScriptJson.Parse(text) is not { } root)
                continue;
            foreach (var value in Objects(root))
            {
                if (--left < 0)
                    yield break;
                yield return value;
            }
        }
    }

    /// <summary>Every object in a piece of JSON, itself first.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var waiting = new Stack<JsonElement>([root]);
        for (var left = MaxValues; waiting.Count > 0 && left > 0; left--)
        {
            var value = waiting.Pop();
            switch (value.ValueKind)
            {
                case JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray().Reverse())
                        waiting.Push(item);
                    break;
                case JsonValueKind.Object:
                    yield return value;
                    foreach (var member in value.EnumerateObject().Reverse())
                        waiting.Push(member.Value);
                    break;
            }
        }
    }

    /// <summary>What a reader sees of a page: its words without its scripts.</summary>
    public static string Shown(IDocument page) => page.Body is { } body ? MarkupText.Of(body).Text : "";

    /// <summary>The first of some sentences that a reader sees on a page; null when none is there.</summary>
    public static string? Says(IDocument page, params ReadOnlySpan<string> sentences)
    {
        // Either apostrophe is written.
        var shown = Shown(page).Replace('\u2019', '\'');
        foreach (var sentence in sentences)
        {
            if (shown.Contains(sentence, StringComparison.OrdinalIgnoreCase))
                return sentence;
        }

        return null;
    }
}
