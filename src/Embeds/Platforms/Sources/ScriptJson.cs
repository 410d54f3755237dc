using System.Text;
using System.Text.Json;

namespace Embeds.Platforms.Sources;

/// <summary>Takes the JSON out of a page's scripts, without running any.</summary>
internal static class ScriptJson
{
    private const int MaxDepth = 64;

    /// <summary>The value that stands behind some words of a script, such as <c>var state = </c>; null when there is none.</summary>
    public static JsonElement? After(string page, string words)
    {
        var at = page.IndexOf(words, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(page[(at + words.Length)..]), new JsonReaderOptions { MaxDepth = MaxDepth, AllowTrailingCommas = true, AllowMultipleValues = true });
        try
        {
            return JsonElement.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The content of a data script by its id; null when it is not there or no JSON.</summary>
    public static JsonElement? OfScript(SourceAnswer answer, string id) =>
        answer.Page.GetElementById(id)?.TextContent is { Length: > 0 } text ? Parse(text) : null;

    /// <summary>JSON, where it is some.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
