using System.Text.Json;
using System.Text.Json.Serialization;

namespace Embeds.Quotes;

/// <summary>Writes the values of an enum as the schema spells them: <see cref="Via.JsonLd"/> is <c>json-ld</c>. Never a number.</summary>
internal sealed class KebabCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
