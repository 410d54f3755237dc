using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Embeds.Quotes;

/// <summary>
/// A map with keys in ordinal order. The serializer's own reader would compare the keys by the culture of the thread: other
/// orders on other machines, and keys that differ only in invisible characters would be the same key.
/// </summary>
internal sealed class OrdinalMapConverter<TValue> : JsonConverter<ImmutableSortedDictionary<string, TValue>>
{
    public override ImmutableSortedDictionary<string, TValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The value is not an object.");

        var values = ImmutableSortedDictionary.CreateBuilder<string, TValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!; // A property name is never null.
            reader.Read();
            values[key] = ReadValue(ref reader, key, options);
        }

        return values.ToImmutable();
    }

    private static TValue ReadValue(ref Utf8JsonReader reader, string key, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, TypeInfo(options)) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            // The inner path starts at the value and does not know the key.
            throw new JsonException($"The value of '{key}' does not fit: {e.Message}", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, TValue> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string key, TValue item) in value)
        {
            writer.WritePropertyName(WellFormedStringConverter.Checked(key));
            JsonSerializer.Serialize(writer, item, TypeInfo(options));
        }

        writer.WriteEndObject();
    }

    private static JsonTypeInfo<TValue> TypeInfo(JsonSerializerOptions options) =>
        (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue));
}
