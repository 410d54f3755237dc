using System.Globalization;
using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Writes a block as an ActivityStreams 2.0 <c>Note</c>. Its times must be whole (xsd:dateTime), so a date that is known to the
/// day only is left out: a time of day must not be invented.
/// </summary>
/// <seealso href="https://www.w3.org/TR/activitystreams-vocabulary/"/>
internal sealed class ActivityNote(Utf8JsonWriter json, QuoteBlock block)
{
    private const string Context = "https://www.w3.org/ns/activitystreams";

    public static string Of(QuoteBlock block) => ExportJson.Of(json => new ActivityNote(json, block).Write());

    private void Write()
    {
        json.WriteStartArray("@context");
        json.WriteStringValue(Context);
        json.WriteStartObject();
        json.WriteString("Hashtag", "as:Hashtag");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("type", "Note");
        json.Member("id", LinkTarget.Of(block.Url));
        json.Member("url", LinkTarget.Of(block.Url));
        Author();
        json.Member("summary", block.Text.ContentWarning);
        Words();
        json.Member("published", WholeTime(block.Published.At, block.Published.Precision));
        json.Member("updated", WholeTime(block.EditedAt, DatePrecision.Millisecond));
        json.Member("inReplyTo", LinkTarget.Of(block.Thread?.Parent?.Url));
        json.List("tag", [.. block.Text.Facets.Where(IsTag)], Tag);
        json.List("attachment", [.. block.Media.Where(medium => CaptionFacts.IsContent(medium) && Address(medium) is not null)], Attachment);
        if (block.Generator is { } generator)
            json.Object("generator", "type", "Application", () => json.WriteString("name", generator));
    }

    private void Author()
    {
        Author author = block.Author;
        string? profile = LinkTarget.Of(author.Url);
        if (author.Name is null && author.Handle is null && profile is null)
            return;
        json.Object("attributedTo", "type", "Person", () =>
        {
            json.Member("id", profile);
            json.Member("name", author.Name);
            json.Member("preferredUsername", author.Handle);
            json.Member("url", profile);
        });
    }

    private void Words()
    {
        if (block.Text.Value.Length == 0)
            return;
        string? language = CaptionFacts.LanguageTag(block.Text.Lang);
        string html = RenderedText.Of(writer => HtmlWords.Write(new HtmlWriter(writer), block.Text.Value, block.Text.Facets, RenderingLabels.Of(language ?? "")));
        json.WriteString("content", html);
        if (language is not null)
        {
            json.WriteStartObject("contentMap");
            json.WriteString(language, html);
            json.WriteEndObject();
        }

        json.WriteStartObject("source");
        json.WriteString("content", block.Text.Value);
        json.WriteString("mediaType", "text/plain");
        json.WriteEndObject();
    }

    private static string? WholeTime(string? at, DatePrecision precision) =>
        DisplayDate.Read(at, precision)?.Machine is { Length: >= 20 } time && (time[^1] == 'Z' || time[^6] is '+' or '-') ? time : null;

    private static bool IsTag(Facet facet) =>
        facet.Type is FacetType.Hashtag ? facet.Target is { Length: > 0 } : facet.Type is FacetType.Mention && LinkTarget.Of(facet.Target) is not null;

    private void Tag(Facet facet)
    {
        bool isHashtag = facet.Type == FacetType.Hashtag;
        json.Object("type", isHashtag ? "Hashtag" : "Mention", () =>
        {
            json.Member("name", isHashtag ? "#" + facet.Target : Span(facet));
            if (!isHashtag)
                json.Member("href", LinkTarget.Of(facet.Target));
        });
    }

    private string? Span(Facet facet)
    {
        var cursor = new CodePointCursor(block.Text.Value);
        return cursor.TryToUtf16(facet.Start, out int start) && cursor.TryToUtf16(facet.End, out int end) && start < end ? block.Text.Value[start..end] : null;
    }

    private static string? Address(Media medium) => LinkTarget.Of(medium.Url);

    private void Attachment(Media medium)
    {
        string type = medium.Type switch
        {
            MediaType.Image or MediaType.Gif => "Image",
            MediaType.Video => "Video",
            MediaType.Audio => "Audio",
            _ => "Document",
        };
        json.Object("type", type, () =>
        {
            json.Member("url", Address(medium));
            json.Member("mediaType", medium.Mime);
            json.Member("name", medium.Alt);
            json.Member("width", medium.Width);
            json.Member("height", medium.Height);
            if (medium.DurationMs is >= 0 and var milliseconds)
                json.WriteString("duration", string.Create(CultureInfo.InvariantCulture, $"PT{milliseconds / 1000}.{milliseconds % 1000:000}S"));
        });
    }
}
