using System.Net;
using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>oEmbed 1.0, read as loosely as its providers write it: every field may be missing, sizes may be text, errors may be words.</summary>
internal static class OEmbed
{
    /// <summary>An oEmbed endpoint as a source.</summary>
    /// <param name="platform">The platform that is asked: it reads the code in the answer, and its id begins the rule.</param>
    /// <param name="link">The post.</param>
    /// <param name="endpoint">The endpoint with whatever parameters it needs beside <c>url</c>.</param>
    /// <param name="gives">What its answers can say.</param>
    /// <param name="url">The address to ask about where it is not the permalink.</param>
    /// <param name="fault">Reads an answer that is none of a post; null leaves it to the status.</param>
    public static PostSource Of(
        Platform platform, PostLink link, string endpoint, PostFields gives = PostFields.Author | PostFields.Card | PostFields.Media, string? url = null, Func<SourceAnswer, SourceReading?>? fault = null) => new()
        {
            Rule = platform.Id + ".oembed",
            Via = Via.Oembed,
            Url = $"{endpoint}{(endpoint.Contains('?') ? '&' : '?')}url={(url ?? link.Permalink).Escaped()}",
            Gives = gives,
            Read = answer => Read(platform, link, answer) ?? fault?.Invoke(answer),
        };

    /// <summary>The post of an answer; null when it is none.</summary>
    public static SourceReading? Read(Platform platform, PostLink link, SourceAnswer answer)
    {
        var json = answer.Json;
        if (!answer.IsSuccess || json.ValueKind != JsonValueKind.Object || json.Text("type") is null && json.Text("html") is null)
            return null;
        // Some providers answer for whatever they find; the address that they give back says for what.
        if (json.Text("url") is { } about && platform.ReadOwnLink(about) is { } other && other.NativeId != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {other.Permalink}.");

        var shown = MarkupWords.ReadEmbed(platform, link, json.Text("html"));
        return SourceReading.Live(answer.Facts() with
        {
            Kind = shown?.Kind,
            Author = AuthorOf(platform, json, shown?.Author),
            Text = shown?.Text,
            Published = shown?.Published ?? PublishedTime.FromIso(json.Text("upload_date")),
            Media = MediaOf(json, shown) is { } media ? [media] : [],
            Card = shown?.Card ?? (Title(json) is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = json.Text("description") } : null),
            Thread = shown?.Thread,
        });
    }

    /// <summary>The title. WordPress escapes it once more than JSON needs.</summary>
    public static string? Title(JsonElement json) =>
        json.Text("title") is { } title ? VerbatimText.Normalise(WebUtility.HtmlDecode(title).Trim()) : null;

    private static Author? AuthorOf(Platform platform, JsonElement json, Author? shown)
    {
        var author = (shown ?? new Author()) with
        {
            Name = json.Text("author_name")?.Trim() ?? shown?.Name,
            Handle = shown?.Handle ?? ProfileAddress.HandleIn(platform, json.Text("author_url")),
            Url = json.Address("author_url") ?? shown?.Url,
        };
        return author.OrNull();
    }

    /// <summary>The picture itself before the one in the code, and that before its thumbnail.</summary>
    private static Media? MediaOf(JsonElement json, PostFacts? shown) => json.Text("type") switch
    {
        "photo" when json.Address("url") is { } photo => new Media { Type = photo.EndsWith(".gif", StringComparison.OrdinalIgnoreCase) ? MediaType.Gif : MediaType.Image, Url = photo, Width = json.Pixels("width"), Height = json.Pixels("height") },
        "video" when json.Address("thumbnail_url") is { } poster => new Media { Type = MediaType.Video, Poster = poster, DurationMs = json.Count("duration") * 1000 },
        "rich" when shown is { Media: [var first, ..] } => first,
        _ when json.Address("thumbnail_url") is { } picture => new Media { Type = MediaType.Image, Url = picture, Width = json.Pixels("thumbnail_width"), Height = json.Pixels("thumbnail_height") },
        _ => null,
    };
}
