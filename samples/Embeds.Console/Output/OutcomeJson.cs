using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>A source's outcome as JSON documents of one line: one an article, or one that says why there is none.</summary>
internal static class OutcomeJson
{
    // It never stands inside HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<byte[]> Of(SourceOutcome outcome) =>
        outcome.Failure is { } failure ? [OfFailure(outcome.Source, failure)] : outcome.Articles.Select(article => article.ToUtf8Json(outcome.Source.Name));

    private static byte[] OfFailure(Source source, SourceFailure failure)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("source", source.Name);
            writer.WriteStartObject("error");
            writer.WriteString("code", failure.Code);
            writer.WriteString("message", failure.Message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return json.WrittenSpan.ToArray();
    }
}
