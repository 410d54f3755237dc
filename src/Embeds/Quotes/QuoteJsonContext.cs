using System.Text.Json;
using System.Text.Json.Serialization;

namespace Embeds.Quotes;

/// <summary>The model's JSON, without reflection. Strict: what the format does not name is an error, not something to skip.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    MaxDepth = CanonicalJson.MaxDepth,
    Converters =
    [
        typeof(WellFormedStringConverter),
        typeof(KebabCaseEnumConverter<DatePrecision>),
        typeof(KebabCaseEnumConverter<DateZone>),
        typeof(KebabCaseEnumConverter<FacetType>),
        typeof(KebabCaseEnumConverter<HistoryEvent>),
        typeof(KebabCaseEnumConverter<LanguageSource>),
        typeof(KebabCaseEnumConverter<MediaType>),
        typeof(KebabCaseEnumConverter<ObservationMethod>),
        typeof(KebabCaseEnumConverter<PostKind>),
        typeof(KebabCaseEnumConverter<PostState>),
        typeof(KebabCaseEnumConverter<RedactionReason>),
        typeof(KebabCaseEnumConverter<SourceKind>),
        typeof(KebabCaseEnumConverter<TextCompleteness>),
        typeof(KebabCaseEnumConverter<TextDirection>),
        typeof(KebabCaseEnumConverter<TimestampType>),
        typeof(KebabCaseEnumConverter<TranslationState>),
        typeof(KebabCaseEnumConverter<Verification>),
        typeof(KebabCaseEnumConverter<Via>),
        typeof(OrdinalMapConverter<Provenance>),
        typeof(OrdinalMapConverter<JsonElement>),
    ])]
[JsonSerializable(typeof(QuoteBlock))]
[JsonSerializable(typeof(HistoryEntry))]
internal sealed partial class QuoteJsonContext : JsonSerializerContext;
