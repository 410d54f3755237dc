using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Embeds.Quotes;

/// <summary>The model as JSON and back. What is unknown, null or empty, is not written at all.</summary>
internal static class QuoteJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    // The canonical form has few escapes: what this encoder leaves as it is need not be undone. Its depth is judged there, too.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = int.MaxValue, SkipValidation = true };

    /// <summary>Appends the model's canonical form, without some of its members.</summary>
    /// <exception cref="QuoteFormatException">The model holds what the format cannot carry.</exception>
    public static void Write<T>(Utf8Buffer output, T model, params ReadOnlySpan<string> except)
    {
        using var json = new Utf8Buffer();
        Serialize(json, model);
        CanonicalJson.Write(output, json.Written, except);
    }

    private static void Serialize<T>(Utf8Buffer json, T model)
    {
        try
        {
            using var writer = new Utf8JsonWriter(json, Writing);
            JsonSerializer.Serialize(writer, model, TypeInfo<T>());
        }
        catch (JsonException e)
        {
            throw Unfit(e, e.Path);
        }
    }

    /// <exception cref="QuoteFormatException">A member is unknown, missing or of another type than the format says.</exception>
    public static QuoteBlock ToBlock(JsonElement document)
    {
        try
        {
            return document.Deserialize(TypeInfo<QuoteBlock>()) ?? throw new QuoteFormatException("The document is null.", JsonPath.Root);
        }
        catch (JsonException e)
        {
            throw Unfit(e, e.Path);
        }
        catch (NotSupportedException e)
        {
            // How the serializer says that a selector has no type.
            throw Unfit(e, path: null);
        }
    }

    private static QuoteFormatException Unfit(Exception cause, string? path)
    {
        string place = path is null || cause.Message.Contains("Path: ", StringComparison.Ordinal) ? "" : $" Path: {path}";
        return new QuoteFormatException($"The block does not fit the format: {cause.Message}{place}", cause, path);
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(QuoteJsonContext.Default.Options)
        {
            TypeInfoResolver = QuoteJsonContext.Default.WithAddedModifier(LeaveOutEmptyLists),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (!property.IsRequired && typeof(ICollection).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is ICollection { Count: > 0 };
        }
    }
}
