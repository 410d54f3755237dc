using System.Text.Json;
using System.Text.Json.Serialization;

namespace Embeds.Quotes;

/// <summary>Refuses to write a string with a lone surrogate: the writer itself would put U+FFFD there and say nothing.</summary>
internal sealed class WellFormedStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Checked(value));

    public static string Checked(string value) => CodePoints.IndexOfLoneSurrogate(value) < 0
        ? value
        : throw new JsonException("A string holds half of a surrogate pair, which is no character.");
}
