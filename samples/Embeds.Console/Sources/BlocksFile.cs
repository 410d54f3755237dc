using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Cli.Sources;

/// <summary>The blocks of a capture's result: <c>quoteblocks/1</c> as JSON, an array of it or one a line, or bare blocks.</summary>
internal static class BlocksFile
{
    private const int MaxBytes = 256 * 1024 * 1024;

    private static readonly JsonReaderOptions Json = new() { AllowMultipleValues = true, MaxDepth = 80 };

    /// <exception cref="CommandException">The file cannot be read, or holds something else.</exception>
    public static async Task<ImmutableArray<QuoteBlock>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await LocalFile.ReadAsync(path, MaxBytes, cancellationToken);
            var blocks = ImmutableArray.CreateBuilder<QuoteBlock>();
            AddAll(bytes.Span, blocks);
            return blocks.ToImmutable();
        }
        catch (Exception e) when (e is ArticleUnreadableException or JsonException or QuoteFormatException)
        {
            throw new CommandException(ExitCode.Unreadable, $"--blocks {path}: {e.Message}");
        }
    }

    private static void AddAll(ReadOnlySpan<byte> json, ImmutableArray<QuoteBlock>.Builder blocks)
    {
        var reader = new Utf8JsonReader(json, Json);
        while (reader.Read())
        {
            var value = JsonElement.ParseValue(ref reader);
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var entry in value.EnumerateArray())
                    Add(entry, blocks);
            }
            else
            {
                Add(value, blocks);
            }
        }
    }

    /// <summary>An article with its blocks, or a block; the line of a source that could not be read has none.</summary>
    private static void Add(JsonElement entry, ImmutableArray<QuoteBlock>.Builder blocks)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            throw new JsonException("There is something in it that is neither an article nor a quote block.");
        if (entry.TryGetProperty("blocks", out var inner) && inner.ValueKind == JsonValueKind.Array)
            blocks.AddRange(inner.EnumerateArray().Select(b => QuoteBlock.Parse(b.GetRawText())));
        else if (!entry.TryGetProperty("error", out _))
            blocks.Add(QuoteBlock.Parse(entry.GetRawText()));
    }
}
