using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Embeds.Quotes;

/// <summary>
/// Reads foreign text as a block, strictly: only what the model carries without loss is accepted. Otherwise a seal that its
/// maker computed over more than the model holds would look broken.
/// </summary>
internal static class QuoteReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names that stand twice pass here: the canonical writer refuses them and can say where they are.</summary>
    private static readonly JsonDocumentOptions StrictJson = new() { MaxDepth = CanonicalJson.MaxDepth };

    public static QuoteBlock Read(string json)
    {
        try
        {
            return Read(StrictUtf8.GetBytes(json));
        }
        catch (EncoderFallbackException e)
        {
            throw new QuoteFormatException($"The text holds half of a surrogate pair, which is no character, as its unit {e.Index}.", e);
        }
    }

    public static QuoteBlock Read(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.StartsWith(Encoding.UTF8.Preamble))
            utf8Json = utf8Json[Encoding.UTF8.Preamble.Length..];
        JsonElement document = ParseJson(utf8Json);
        RequireSchema(document);
        byte[] canonical = CanonicalJson.ToUtf8(utf8Json);
        RefuseNulls(document);
        QuoteBlock block = QuoteJson.ToBlock(document);
        if (block.Integrity is null)
            throw new QuoteFormatException("The block is not sealed.", JsonPath.Root.Member("integrity"));

        using var kept = new Utf8Buffer();
        QuoteJson.Write(kept, block);
        return canonical.AsSpan().SequenceEqual(kept.Written)
            ? block
            : throw Difference(document, JsonElement.Parse(kept.Written), JsonPath.Root);
    }

    private static JsonElement ParseJson(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json))
            throw new QuoteFormatException("The document is not UTF-8.");

        try
        {
            return JsonElement.Parse(utf8Json, StrictJson);
        }
        catch (JsonException e)
        {
            throw new QuoteFormatException($"The document is not sound JSON: {e.Message}", e, e.Path);
        }
    }

    private static void RequireSchema(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("schema", out JsonElement schema))
            throw new QuoteFormatException("The document is no quote block: it names no \"schema\".", JsonPath.Root);
        if (schema.ValueKind != JsonValueKind.String || !schema.ValueEquals(QuoteBlock.SchemaName))
        {
            throw new QuoteFormatException(
                $"The document is of another format or version than \"{QuoteBlock.SchemaName}\", the only one that is read here.",
                JsonPath.Root.Member("schema"));
        }
    }

    /// <summary>The serializer would take null for an absent member, and keep it in a list.</summary>
    private static void RefuseNulls(JsonElement document)
    {
        foreach (JsonProperty member in document.EnumerateObject())
        {
            if (!member.NameEquals("extensions"))
                RefuseNulls(member.Value, JsonPath.Root.Member(member.Name));
        }
    }

    private static void RefuseNulls(JsonElement value, JsonPath path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                throw new QuoteFormatException("A value is null: leave out what is unknown.", path);
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                    RefuseNulls(member.Value, path.Member(member.Name));
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                    RefuseNulls(item, path.Item(index++));
                break;
        }
    }

    /// <summary>Finds where a document and the block that was read from it part.</summary>
    private static QuoteFormatException Difference(JsonElement document, JsonElement kept, JsonPath path)
    {
        if (document.ValueKind == JsonValueKind.Array)
        {
            int index = document.EnumerateArray().Zip(kept.EnumerateArray(), JsonElement.DeepEquals).TakeWhile(same => same).Count();
            return Difference(document[index], kept[index], path.Item(index));
        }

        if (document.ValueKind != JsonValueKind.Object)
            return new QuoteFormatException($"The format has {kept.GetRawText()} here.", path);

        foreach (JsonProperty member in document.EnumerateObject())
        {
            if (!kept.TryGetProperty(member.Name, out JsonElement value))
                return new QuoteFormatException("A list is empty: leave out what is unknown.", path.Member(member.Name));
            if (!JsonElement.DeepEquals(member.Value, value))
                return Difference(member.Value, value, path.Member(member.Name));
        }

        string missing = kept.EnumerateObject().First(member => !document.TryGetProperty(member.Name, out _)).Name;
        return new QuoteFormatException("A required member is missing.", path.Member(missing));
    }
}
