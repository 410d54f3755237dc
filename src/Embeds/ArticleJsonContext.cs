using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Embeds;

/// <summary>The JSON of what stands around the blocks. Nulls are written: a reader sees what was looked for.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ArticleDescription))]
[JsonSerializable(typeof(ImmutableArray<CaptureIssue>))]
[JsonSerializable(typeof(string))]
internal sealed partial class ArticleJsonContext : JsonSerializerContext;
