using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// The post's whole record as JSON in an attribute, as Substack keeps it: <c>data-attrs="{"url":…,"full_text":…}"</c> beside
/// <c>data-component-name="Twitter2ToDOM"</c>.
/// </summary>
internal sealed class StoredPost : ICarrier
{
    private const int MaxJson = 64 * 1024;
    private const int MaxWords = 8 * 1024;

    /// <inheritdoc/>
    public ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Attribute("data-attrs")];

    /// <inheritdoc/>
    public CarriedPost? Read(IElement element, PlatformCatalog catalog)
    {
        if (element.GetAttribute("data-attrs") is not { Length: > 10 and < MaxJson } json || !json.StartsWith('{'))
            return null;
        try
        {
            using var record = JsonDocument.Parse(json);
            return Read(record.RootElement, element, catalog);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CarriedPost? Read(JsonElement record, IElement element, PlatformCatalog catalog)
    {
        var link = Text(record, "url", "uri") is { } address ? catalog.ReadLink(address) : null;
        link ??= PlatformOf(element, catalog) is { } platform ? ById(record, platform) : null;
        if (link is null)
            return null;
        var form = EmbedForm.CmsWrapper;
        return Text(record, "full_text", "text", "name", "authorName", "author_name") is null
            ? CarriedPost.Of(link, form, "stored-post", element, catalog)
            : new CarriedPost(catalog.Find(link.Platform)!, new EmbedReading { Link = link, Form = form, Facts = FactsOf(record, element) });
    }

    private static PostLink? ById(JsonElement record, Platform platform)
    {
        foreach (var name in (ReadOnlySpan<string>)["instagram_id", "videoId", "postId", "uri"])
        {
            if (Text(record, name) is { } id && platform.FromId(id) is { } link)
                return link;
        }

        return null;
    }

    private static Platform? PlatformOf(IElement element, PlatformCatalog catalog)
    {
        foreach (var word in new NameWords(element.GetAttribute("data-component-name")))
        {
            if (catalog.Called(word) is { } platform)
                return platform;
        }

        return null;
    }

    private static PostFacts FactsOf(JsonElement record, IElement element)
    {
        var date = Text(record, "date", "createdAt", "timestamp");
        return new PostFacts
        {
            Via = Via.Markup,
            Rule = "stored-post",
            Author = AuthorOf(record),
            Text = Text(record, "full_text", "text") is { } words ? WordsOf(words, element) : null,
            Published = PublishedTime.FromRuby(date) ?? PublishedTime.FromIso(date),
            Media = [.. Pictures(record, "photos").Concat(Pictures(record, "imageUrls"))],
            Quoted = record.TryGetProperty("quoted_tweet", out var quoted) && quoted.ValueKind == JsonValueKind.Object && Text(quoted, "full_text", "text") is { } quotedWords
                ? new PostRef { Author = AuthorOf(quoted), Text = WordsOf(quotedWords, element)?.Value }
                : null,
        };
    }

    private static Author? AuthorOf(JsonElement record)
    {
        var name = Text(record, "name", "authorName", "author_name");
        var handle = Text(record, "username", "authorHandle");
        // Of an Instagram post the record has the handle where the name belongs.
        if (handle is null && name is not null && name.StartsWith('@'))
            (name, handle) = (null, name);
        return name is null && handle is null ? null : new Author { Name = name, Handle = handle?.TrimStart('@') };
    }

    /// <summary>The words of some records are markup, their links as elements.</summary>
    private static PostText? WordsOf(string words, IElement element)
    {
        if (!words.Contains("</a>", StringComparison.Ordinal) || words.Length > MaxWords)
            return new PostText { Value = VerbatimText.Normalise(words.Trim()), Completeness = TextCompleteness.Full };
        var holder = element.Owner!.CreateElement("div");
        holder.InnerHtml = words;
        var markup = MarkupText.WithLineEnds(holder);
        return markup.Slice(0, markup.Text.Length);
    }

    private static IEnumerable<Media> Pictures(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var picture in list.EnumerateArray())
        {
            var address = picture.ValueKind == JsonValueKind.String ? picture.GetString() : picture.ValueKind == JsonValueKind.Object ? Text(picture, "img_url") : null;
            if (WebAddress.TryParse(address, out var url))
                yield return new Media { Type = MediaType.Image, Url = url.Text, Alt = picture.ValueKind == JsonValueKind.Object ? Text(picture, "alt_text") : null };
        }
    }

    private static string? Text(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text))
                return text;
        }

        return null;
    }
}
