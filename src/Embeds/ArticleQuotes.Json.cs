using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Embeds.Quotes;

namespace Embeds;

/// <content>Writing <c>quoteblocks/1</c>.</content>
public sealed partial record ArticleQuotes
{
    /// <summary>The envelope's name and major version: one article with its blocks and issues.</summary>
    public const string SchemaName = "quoteblocks/1";

    /// <summary>The date of publication helps to read the article's dates; version 1 of the envelope has no place for it.</summary>
    private const string NotInEnvelope = "published_at";

    /// <summary>
    /// The article, its blocks and its issues as one canonical JSON document (RFC 8785) in UTF-8. The blocks in it are byte for
    /// byte what <see cref="QuoteBlock.ToUtf8Json"/> gives; of the article and of each issue, unknown members are null.
    /// </summary>
    /// <param name="source">What the article was read from, in the caller's own words: a path, an address. Null where it does not matter.</param>
    /// <exception cref="InvalidOperationException">A block is not sealed.</exception>
    public byte[] ToUtf8Json(string? source = null)
    {
        using var json = new Utf8Buffer();
        WriteTo(json, source);
        return json.Written.ToArray();
    }

    private void WriteTo(Utf8Buffer json, string? source)
    {
        json.Add("""{"article":"""u8);
        Write(json, Article, ArticleJsonContext.Default.ArticleDescription, NotInEnvelope);
        json.Add(""","blocks":["""u8);
        for (var i = 0; i < Blocks.Length; i++)
        {
            if (i > 0)
                json.Add(","u8);
            Blocks[i].WriteTo(json);
        }

        json.Add("""],"issues":"""u8);
        Write(json, Issues, ArticleJsonContext.Default.ImmutableArrayCaptureIssue);
        json.Add(""","schema":"quoteblocks/1","source":"""u8);
        Write(json, source, ArticleJsonContext.Default.String);
        json.Add("}"u8);
    }

    /// <summary><see cref="ToUtf8Json"/> as a string.</summary>
    /// <inheritdoc cref="ToUtf8Json"/>
    public string ToJson(string? source = null)
    {
        using var json = new Utf8Buffer();
        WriteTo(json, source);
        return Encoding.UTF8.GetString(json.Written);
    }

    private static void Write<T>(Utf8Buffer json, T? value, JsonTypeInfo<T> type, params ReadOnlySpan<string> except) =>
        CanonicalJson.Write(json, JsonSerializer.SerializeToUtf8Bytes(value!, type), except); // null is written as null
}
