using System.Text.Json;
using System.Text.Json.Serialization;
using Embeds.Quotes;

namespace Embeds.Rendering;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(LabelConverter), typeof(KebabCaseEnumConverter<MediaType>), typeof(KebabCaseEnumConverter<PostState>)])]
[JsonSerializable(typeof(RenderingLabels))]
internal sealed partial class RenderingLabelsContext : JsonSerializerContext;
