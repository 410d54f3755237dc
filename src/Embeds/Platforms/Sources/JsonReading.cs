using System.Globalization;
using System.Text.Json;

namespace Embeds.Platforms.Sources;

/// <summary>Reads foreign JSON without trust: what is missing or of another kind is null, never an exception.</summary>
internal static class JsonReading
{
    /// <summary>A member, by a path of names; of kind Undefined when a step leads nowhere.</summary>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return default;
        }

        return json;
    }

    /// <summary>An item of a list; Undefined when there is none.</summary>
    public static JsonElement Item(this JsonElement json, int index) =>
        json.ValueKind == JsonValueKind.Array && index < json.GetArrayLength() ? json[index] : default;

    /// <summary>The items of a list; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path)
    {
        var list = json.At(path);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    }

    /// <summary>A text that is not blank. Numbers are taken as they are written, for ids.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        var value = json.At(path);
        var text = value.ValueKind switch
        {
            JsonValueKind.String => StringOf(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>A whole number, also one in a string; null for anything else.</summary>
    public static long? Number(this JsonElement json, params ReadOnlySpan<string> path)
    {
        var value = json.At(path);
        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number when value.TryGetDouble(out var real) && Math.Abs(real) < 1e15 => (long)real,
            JsonValueKind.String when long.TryParse(StringOf(value), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) => whole,
            _ => null,
        };
    }

    /// <summary>A count: a number that is not negative.</summary>
    public static long? Count(this JsonElement json, params ReadOnlySpan<string> path) => json.Number(path) is >= 0 and var count ? count : null;

    /// <summary>A size in pixels.</summary>
    public static int? Pixels(this JsonElement json, params ReadOnlySpan<string> path) => json.Number(path) is > 0 and < 100_000 and var size ? (int)size : null;

    /// <summary>Whether the value is <c>true</c>.</summary>
    public static bool Is(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path).ValueKind == JsonValueKind.True;

    /// <summary>Whether anything but null is there.</summary>
    public static bool Has(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>An address that a block may hold; null for any other text.</summary>
    public static string? Address(this JsonElement json, params ReadOnlySpan<string> path) => WebAddress.Storable(json.Text(path));

    /// <summary>Half of a surrogate pair, escaped, is sound JSON and no text.</summary>
    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
