using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Embeds.Rendering;

/// <summary>Writes documents in other vocabularies: no member for what is unknown, and no character that would end a script element.</summary>
internal static class ExportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static void Member(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    public static void Member(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    /// <summary>An object of one type.</summary>
    public static void Object(this Utf8JsonWriter json, string name, string typeName, string type, Action members)
    {
        json.WritePropertyName(name);
        json.Object(typeName, type, members);
    }

    /// <inheritdoc cref="Object(Utf8JsonWriter, string, string, string, Action)"/>
    public static void Object(this Utf8JsonWriter json, string typeName, string type, Action members)
    {
        json.WriteStartObject();
        json.WriteString(typeName, type);
        members();
        json.WriteEndObject();
    }

    /// <summary>A list, or nothing where it would be empty.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        json.WriteEndArray();
    }
}
