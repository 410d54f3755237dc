using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where YouTube may be asked without a key: oEmbed, and the data in the watch page.</summary>
internal static class YouTubeSources
{
    private const PostFields OnPage = PostFields.Author | PostFields.Card | PostFields.Time | PostFields.Details;

    public static ImmutableArray<PostSource> Of(YouTubePlatform platform, PostLink link) => link.Kind switch
    {
        PostKind.Video when link.NativeId.Length == 11 =>
        [
            OEmbed.Of(platform, link, "https://www.youtube.com/oembed?format=json", PostFields.Author | PostFields.Card | PostFields.Media, $"https://www.youtube.com/watch?v={link.NativeId}", Refusal),
            PostPage.Of(platform, link, $"https://www.youtube.com/watch?v={link.NativeId}&hl=en", OnPage, answer => ReadWatch(platform, answer, link)),
        ],
        // A comment has no page of its own: the one that it is on says nothing of it.
        PostKind.Comment => [],
        _ when link.NativeId.StartsWith("Ugkx", StringComparison.Ordinal) => [YouTubeCommunity.SourceOf(platform, link)],
        _ => [PostPage.Of(platform, link)],
    };

    /// <summary>Errors are words, once even with a success. 401 only forbids embedding: the video is there.</summary>
    private static SourceReading? Refusal(SourceAnswer answer) => (answer.Status, answer.Text.Trim()) switch
    {
        (401, _) => new SourceReading { State = PostState.Live },
        (403, _) or (200, "Forbidden") => SourceReading.Of(PostState.Protected, "The oEmbed endpoint answers \"Forbidden\", as it does for private videos."),
        _ => null,
    };

    private static SourceReading? ReadWatch(YouTubePlatform platform, SourceAnswer answer, PostLink link)
    {
        if (!answer.IsSuccess)
            return null;
        if (ScriptJson.After(answer.Text, "ytInitialPlayerResponse = ") is not { ValueKind: JsonValueKind.Object } player)
            return ReadMarkedUp(platform, answer, link);
        var reason = player.Text("playabilityStatus", "reason") ?? "";
        bool Says(string words) => reason.Contains(words, StringComparison.OrdinalIgnoreCase);
        switch (player.Text("playabilityStatus", "status"))
        {
            case "LOGIN_REQUIRED" when Says("not a bot"):
                return SourceReading.Of(PostState.Unreachable, reason);
            case "LOGIN_REQUIRED" when Says("private"):
                return SourceReading.Of(PostState.Protected, reason);
            case "ERROR":
                return SourceReading.Of(Says("removed by the uploader") ? PostState.Deleted : Says("terminated") ? PostState.Suspended : Says("copyright") || Says("violat") ? PostState.Withheld : PostState.Gone, reason);
            // The page describes what it shows to grown-ups only.
            case "LOGIN_REQUIRED" when Says("age") && player.Text("videoDetails", "videoId") == link.NativeId:
                return SourceReading.Live(Facts(platform, answer, player, link, isForAdults: true));
            case "UNPLAYABLE" when Says("country") || Says("members"):
                return SourceReading.Of(PostState.Withheld, reason) with { Facts = Facts(platform, answer, player, link) };
        }

        return player.Text("videoDetails", "videoId") is not { } id ? null
            : id == link.NativeId ? SourceReading.Live(Facts(platform, answer, player, link))
            : SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
    }

    /// <summary>Pages of before 2020, as archives have them, and those without the player's data: the schema.org marks among the markup.</summary>
    private static SourceReading? ReadMarkedUp(YouTubePlatform platform, SourceAnswer answer, PostLink link)
    {
        string? Marked(string element, string name) => answer.Page.QuerySelector($"{element}[itemprop='{name}']")?.GetAttribute("content");
        if (Marked("meta", "datePublished") is not { } date || PostPage.Read(platform, link, answer) is not { Facts: { } facts } reading)
            return null;
        var author = answer.Page.QuerySelector("[itemprop='author'] link[itemprop='name']")?.GetAttribute("content");
        return reading with
        {
            Facts = facts with
            {
                Author = facts.Author ?? new Author { Name = string.IsNullOrWhiteSpace(author) ? null : author.Trim() }.OrNull(),
                Published = PublishedTime.FromIso(date),
                Media = [new Media { Type = MediaType.Video, Poster = Still(link), DurationMs = JsonLdFacts.Milliseconds(Marked("meta", "duration")) }],
            },
        };
    }

    /// <summary>Each video has this still.</summary>
    private static string Still(PostLink link) => $"https://i.ytimg.com/vi/{link.NativeId}/hqdefault.jpg";

    private static PostFacts Facts(YouTubePlatform platform, SourceAnswer answer, JsonElement player, PostLink link, bool isForAdults = false)
    {
        var details = player.At("videoDetails");
        var more = player.At("microformat", "playerMicroformatRenderer");
        var channel = details.Text("channelId");
        var profile = more.Address("ownerProfileUrl");
        var handle = ProfileAddress.HandleIn(platform, profile);
        return answer.Facts() with
        {
            // The player's own data, which knows more than oEmbed does.
            Via = Via.JsonLd,
            Kind = PostKind.Video,
            Author = new Author
            {
                Name = details.Text("author"),
                Handle = handle,
                Id = channel,
                Url = handle is not null ? platform.ProfileOf(handle) : profile ?? (channel is null ? null : $"https://www.youtube.com/channel/{channel}"),
            }.OrNull(),
            Card = details.Text("title") is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = details.Text("shortDescription") } : null,
            Published = PublishedTime.FromIso(more.Text("publishDate") ?? more.Text("uploadDate")),
            Media =
            [
                new Media
                {
                    Type = MediaType.Video,
                    DurationMs = details.Count("lengthSeconds") is > 0 and var seconds ? seconds * 1000 : null,
                    Poster = details.Items("thumbnail", "thumbnails").LastOrDefault().Address("url") ?? Still(link),
                    Sensitive = isForAdults || more.At("isFamilySafe").ValueKind == JsonValueKind.False ? true : null,
                },
            ],
            Metrics = new Metrics { At = answer.At, Views = details.Count("viewCount") }.OrNull(),
        };
    }
}
