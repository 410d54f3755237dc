using System.Text.Json;
using System.Text.Json.Serialization;

namespace Embeds.Rendering;

internal sealed class LabelConverter : JsonConverter<Label>
{
    public override Label Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Label.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Label value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Before + Label.Place + value.After);
}
