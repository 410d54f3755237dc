using System.Text;
using System.Text.Json;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Cli.Seals;

/// <summary>
/// Finds the quote blocks of a file, whatever holds them, and checks each. A file that once held blocks and can no longer be
/// read is damaged, not foreign: whoever asks for a check wants to hear of that.
/// </summary>
internal static class SealedFile
{
    /// <summary>Levels of JSON: those of a block, and the arrays and envelopes around it.</summary>
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 80 };

    /// <summary>Every block of a file, in its order; null when there is no sign of any.</summary>
    public static IReadOnlyList<SealFinding>? Check(ReadOnlyMemory<byte> file)
    {
        var bytes = Trim(file);
        if (bytes.Span.IndexOf("quoteblock"u8) < 0 && bytes.Span.IndexOf("data-qb"u8) < 0)
            return null;

        var findings = new List<SealFinding>();
        if (bytes.Span is not [(byte)'{' or (byte)'[', ..])
            CheckPage(Encoding.UTF8.GetString(bytes.Span), findings);
        else if (TryParse(bytes) is { } document)
            CheckDocument(document, findings);
        else
            CheckLines(bytes, findings);
        return findings;
    }

    private static void CheckPage(string html, List<SealFinding> findings)
    {
        var page = HtmlQuoteReader.Read(html);
        var faulty = page.Problems.Select(problem => problem.Key).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(page.Problems.Select(problem => SealFinding.Damaged(problem.Message, problem.Key)));
        findings.AddRange(page.Blocks.Where(block => !faulty.Contains(block.Key)).Select(SealFinding.Of));
        if (findings.Count == 0)
            findings.Add(SealFinding.Damaged("The file speaks of quote blocks, but none can be read in it."));
    }

    private static void CheckLines(ReadOnlyMemory<byte> bytes, List<SealFinding> findings)
    {
        var number = 0;
        foreach (var range in bytes.Span.Split((byte)'\n'))
        {
            number++;
            var line = Trim(bytes[range]);
            if (line.IsEmpty)
                continue;
            if (TryParse(line) is { } document)
                CheckDocument(document, findings);
            else
                findings.Add(SealFinding.Damaged(FormattableString.Invariant($"Line {number} is no longer JSON.")));
        }
    }

    private static void CheckDocument(JsonElement document, List<SealFinding> findings)
    {
        if (document.ValueKind != JsonValueKind.Array)
        {
            CheckEntry(document, findings);
            return;
        }

        foreach (var entry in document.EnumerateArray())
            CheckEntry(entry, findings);
    }

    /// <summary>A block, an article with its blocks, or the line of a source that could not be read.</summary>
    private static void CheckEntry(JsonElement entry, List<SealFinding> findings)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            findings.Add(SealFinding.Damaged("An entry is neither an article nor a quote block."));
        else if (Names(entry, ArticleQuotes.SchemaName) && entry.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array)
            findings.AddRange(blocks.EnumerateArray().Select(CheckBlock));
        else if (!entry.TryGetProperty("error", out _) || entry.TryGetProperty("blocks", out _))
            findings.Add(CheckBlock(entry));
    }

    private static SealFinding CheckBlock(JsonElement element)
    {
        try
        {
            return SealFinding.Of(QuoteBlock.Parse(element.GetRawText()));
        }
        catch (QuoteFormatException e)
        {
            return SealFinding.Damaged(e.Message);
        }
    }

    private static bool Names(JsonElement document, string schema) =>
        document.TryGetProperty("schema", out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(schema);

    private static JsonElement? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonElement.Parse(json.Span, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = bytes.Span.Trim(" \t\r\n"u8);
        var start = bytes.Span.IndexOf(text);
        return bytes.Slice(start, text.Length);
    }
}
