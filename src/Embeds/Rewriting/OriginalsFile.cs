using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Embeds.Rewriting;

/// <summary>
/// The file beside a rewritten article that gives the original back (<c>quoteblock-originals/1</c>): the replaced bytes, their
/// places in the rewritten article, and the hashes of both articles.
/// </summary>
internal static class OriginalsFile
{
    private const string Schema = "quoteblock-originals/1";

    public static ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> original, ReadOnlySpan<byte> rewritten, ImmutableArray<Replacement> replacements)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", Schema);
            writer.WriteString("original_sha256", HashOf(original));
            writer.WriteString("rewritten_sha256", HashOf(rewritten));
            writer.WriteStartArray("originals");
            foreach (var replacement in replacements)
            {
                writer.WriteStartObject();
                if (replacement.Key is not null)
                    writer.WriteString("key", replacement.Key);
                writer.WriteNumber("start", replacement.NewStart);
                writer.WriteNumber("end", replacement.NewEnd);
                writer.WriteBase64String("bytes", original[replacement.Start..replacement.End]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        json.Write("\n"u8);
        return json.WrittenMemory;
    }

    /// <exception cref="ArticleUnreadableException">The file is none of ours, or belongs to another article.</exception>
    public static ReadOnlyMemory<byte> Restore(ReadOnlySpan<byte> rewritten, ReadOnlyMemory<byte> file)
    {
        using var document = Parse(file);
        try
        {
            var root = document.RootElement;
            if (root.GetProperty("schema").GetString() != Schema)
                throw Damaged();
            var expected = root.GetProperty("original_sha256").GetString();
            var hash = HashOf(rewritten);
            if (hash == expected)
                return rewritten.ToArray();
            if (hash != root.GetProperty("rewritten_sha256").GetString())
                throw new ArticleUnreadableException("originals-of-other", "The originals belong to another article, or this one was changed after it was rewritten.");
            var original = Splice(rewritten, root.GetProperty("originals"));
            return HashOf(original.Span) == expected ? original : throw Damaged();
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw Damaged(e);
        }
    }

    private static ReadOnlyMemory<byte> Splice(ReadOnlySpan<byte> rewritten, JsonElement originals)
    {
        var output = new MemoryStream(rewritten.Length);
        var copied = 0;
        foreach (var entry in originals.EnumerateArray())
        {
            output.Write(rewritten[copied..entry.GetProperty("start").GetInt32()]);
            output.Write(entry.GetProperty("bytes").GetBytesFromBase64());
            copied = entry.GetProperty("end").GetInt32();
        }

        output.Write(rewritten[copied..]);
        return output.ToArray();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            return JsonDocument.Parse(file);
        }
        catch (JsonException e)
        {
            throw Damaged(e);
        }
    }

    private static ArticleUnreadableException Damaged(Exception? inner = null) =>
        inner is null ? new("bad-originals", Message) : new("bad-originals", Message, inner);

    private const string Message = "The file of originals is damaged, or none.";

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
