using System.Buffers;
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
        var json = new ArrayBufferWriter<byte>();
        json.Write("""{"article":"""u8);
        Write(json, Article, ArticleJsonContext.Default.ArticleDescription, NotInEnvelope);
        json.Write(""","blocks":["""u8);
        for (var i = 0; i < Blocks.Length; i++)
        {
            if (i > 0)
                json.Write(","u8);
            json.Write(Blocks[i].ToUtf8Json());
        }

        json.Write("""],"issues":"""u8);
        Write(json, Issues, ArticleJsonContext.Default.ImmutableArrayCaptureIssue);
        json.Write(""","schema":"quoteblocks/1","source":"""u8);
        Write(json, source, ArticleJsonContext.Default.String);
        json.Write("}"u8);
        return json.WrittenSpan.ToArray();
    }

    /// <summary><see cref="ToUtf8Json"/> as a string.</summary>
    /// <inheritdoc cref="ToUtf8Json"/>
    public string ToJson(string? source = null) => Encoding.UTF8.GetString(ToUtf8Json(source));

    private static void Write<T>(ArrayBufferWriter<byte> json, T? value, JsonTypeInfo<T> type, params ReadOnlySpan<string> except) =>
        CanonicalJson.Write(json, JsonSerializer.SerializeToElement(value!, type), except); // null is written as null
}
