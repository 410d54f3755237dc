using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>Where a PeerTube server may be asked: oEmbed for title and channel, its API for the rest, then ActivityPub.</summary>
internal static class PeerTubeSources
{
    public static ImmutableArray<PostSource> Of(PeerTubePlatform platform, PostLink link)
    {
        var host = new Uri(link.Permalink).Host;
        var id = link.NativeId[(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return
        [
            OEmbed.Of(platform, link, $"https://{host}/services/oembed", PostFields.Author | PostFields.Card | PostFields.Media),
            new PostSource
            {
                Rule = "peertube.api",
                Via = Via.Api,
                Url = $"https://{host}/api/v1/videos/{id}",
                Gives = PostFields.All,
                Read = answer => ReadVideo(link, answer, host, id),
            },
            StatusSources.ActivityPub(platform, link),
        ];
    }

    private static SourceReading? ReadVideo(PostLink link, SourceAnswer answer, string host, string id)
    {
        var video = answer.Json;
        if (answer.Status == 403)
            return SourceReading.Of(PostState.Protected, "HTTP 403: the video is private or for members of the server.");
        if (!answer.IsSuccess || video.Text("uuid") is not { } found || !video.Has("name"))
            return null;
        return found == id ? SourceReading.Live(Facts(link, answer, video, host)) : SourceReading.Of(PostState.Unknown, $"The answer is about {found}.");
    }

    private static PostFacts Facts(PostLink link, SourceAnswer answer, JsonElement video, string host)
    {
        var account = video.At("account");
        var best = video.Items("files").DefaultIfEmpty().MaxBy(f => f.Number("resolution", "id") ?? 0);
        return answer.Facts() with
        {
            Kind = PostKind.Video,
            Author = new Author
            {
                Name = account.Text("displayName") ?? account.Text("name"),
                Handle = AnswerFacts.Handle(account.Text("name")) is { } name ? $"{name}@{account.Text("host") ?? host}" : null,
                Id = account.Text("id"),
                Url = account.Address("url"),
            }.OrNull(),
            Card = video.Text("name") is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = video.Text("description") } : null,
            Published = PublishedTime.FromIso(video.Text("publishedAt") ?? video.Text("originallyPublishedAt")),
            Media =
            [
                new Media
                {
                    Type = MediaType.Video,
                    Url = best.Address("fileUrl"),
                    Poster = video.Text("thumbnailPath") is { } path ? WebAddress.Storable($"https://{host}{path}") : null,
                    DurationMs = video.Count("duration") * 1000,
                    Sensitive = video.Is("nsfw") ? true : null,
                },
            ],
            Metrics = new Metrics { At = answer.At, Views = video.Count("views"), Likes = video.Count("likes") }.OrNull(),
        };
    }
}
