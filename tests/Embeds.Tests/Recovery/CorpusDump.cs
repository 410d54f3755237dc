using System.Text.Json;
using System.Text.Json.Nodes;
using Embeds.Articles;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

/// <summary>
/// Writes what is recovered from a folder of texts into another folder, for a scorer outside. Runs only when asked:
/// EMBEDS_TEXTS=folder EMBEDS_DUMP=folder.
/// </summary>
public class CorpusDump
{
    [Fact]
    public void Texts_recovered_and_written()
    {
        string? texts = Environment.GetEnvironmentVariable("EMBEDS_TEXTS");
        string? dump = Environment.GetEnvironmentVariable("EMBEDS_DUMP");
        if (texts is null || dump is null)
            Assert.Skip("EMBEDS_TEXTS and EMBEDS_DUMP name no folders.");
        Directory.CreateDirectory(dump);
        var recoverer = new QuoteRecoverer(Permalinks.Recognise);
        foreach (string file in Directory.EnumerateFiles(texts, "*.txt"))
        {
            string text = File.ReadAllText(file);
            var blocks = new JsonArray([.. recoverer.Recover(PlainTextBlocks.Read(text), CancellationToken.None).Select(quote => Block(quote, text))]);
            var document = new JsonObject { ["source"] = Path.GetFileName(file), ["blocks"] = blocks };
            File.WriteAllText(Path.Combine(dump, Path.GetFileNameWithoutExtension(file) + ".json"), document.ToJsonString(Indented));
        }
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static JsonObject Block(RecoveredQuote quote, string text) => new()
    {
        ["platform"] = quote.Platform ?? "unknown",
        ["native_id"] = quote.NativeId,
        ["url"] = quote.Permalink,
        ["source"] = new JsonObject
        {
            ["embed_form"] = RecoveredQuote.Form,
            ["rule"] = quote.Rule,
            ["confidence"] = quote.Confidence.Post,
            ["selectors"] = new JsonArray(new JsonObject
            {
                ["type"] = "TextPositionSelector",
                ["start"] = CodePoint(text, quote.WordsSpan.IsEmpty ? quote.Whole.Start : quote.WordsSpan.Start),
                ["end"] = CodePoint(text, quote.WordsSpan.IsEmpty ? quote.Whole.End : quote.WordsSpan.End),
            }),
        },
        ["author"] = new JsonObject { ["name"] = quote.AuthorName, ["handle"] = quote.AuthorHandle },
        ["text"] = new JsonObject { ["value"] = quote.Words, ["completeness"] = quote.Completeness.ToString().ToLowerInvariant() },
        ["published"] = new JsonObject { ["at"] = quote.Published.At, ["as_shown"] = quote.Published.AsShown },
    };

    private static int CodePoint(string text, int offset) => text.AsSpan(0, offset).ToString().EnumerateRunes().Count();
}
