using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>A source's outcome as one JSON document on one line.</summary>
internal static class OutcomeJson
{
    // It never stands inside HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(SourceOutcome outcome) =>
        outcome.Quotes?.ToUtf8Json(outcome.Source.Name) ?? OfFailure(outcome.Source, outcome.Failure!);

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
