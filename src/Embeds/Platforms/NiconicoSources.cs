using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where niconico may be asked without a key: the record of a video, in XML. Of a live programme there is the page.</summary>
internal static class NiconicoSources
{
    public static ImmutableArray<PostSource> Of(NiconicoPlatform platform, PostLink link) => link.NativeId.StartsWith("lv", StringComparison.Ordinal)
        ? [PostPage.Of(platform, link, gives: PostPage.OfMedia)]
        :
        [
            new PostSource
            {
                Rule = "niconico.api",
                Via = Via.Api,
                Url = "https://ext.nicovideo.jp/api/getthumbinfo/" + link.NativeId,
                Gives = PostPage.OfMedia | PostFields.Details,
                Accept = "text/xml,application/xml",
                Read = answer => Read(link, answer),
            },
        ];

    /// <summary>Failures come with status 200 and a code.</summary>
    private static SourceReading? Read(PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess || AnswerXml.Read(answer.Text) is not { Name.LocalName: "nicovideo_thumb_response" } response)
            return null;
        if (response.Child("thumb") is { } video)
            return video.Text("video_id") is { } id && id != link.NativeId && !char.IsAsciiDigit(link.NativeId[0])
                ? SourceReading.Of(PostState.Unknown, $"The answer is about {id}.")
                : SourceReading.Live(Facts(link, answer, video));
        return response.Child("error")?.Text("code") switch
        {
            "DELETED" => SourceReading.Of(PostState.Deleted, "DELETED"),
            "NOT_FOUND" => SourceReading.Of(PostState.Gone, "NOT_FOUND"),
            { } code => SourceReading.Of(PostState.Unreachable, code),
            null => null,
        };
    }

    private static PostFacts Facts(PostLink link, SourceAnswer answer, XElement video)
    {
        var (user, channel) = (video.Text("user_id"), video.Text("ch_id"));
        return answer.Facts() with
        {
            Kind = PostKind.Video,
            Author = new Author
            {
                Name = video.Text("user_nickname") ?? video.Text("ch_name"),
                Id = user ?? channel,
                Url = user is not null ? $"https://www.nicovideo.jp/user/{user.Escaped()}" : channel is not null ? $"https://ch.nicovideo.jp/ch{channel.Escaped()}" : null,
                Avatar = AnswerFacts.Avatar(video.Text("user_icon_url") ?? video.Text("ch_icon_url")),
            }.OrNull(),
            Card = video.Text("title") is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = video.Text("description") } : null,
            Published = PublishedTime.FromIso(video.Text("first_retrieve")),
            Media = [new Media { Type = MediaType.Video, Poster = WebAddress.Storable(video.Text("thumbnail_url")), DurationMs = Milliseconds(video.Text("length")) }],
            Metrics = new Metrics { At = answer.At, Views = Count(video.Text("view_counter")), Replies = Count(video.Text("comment_num")) }.OrNull(),
        };
    }

    /// <summary><c>5:20</c>; of long videos the minutes go on counting.</summary>
    private static long? Milliseconds(string? length) =>
        length?.Split(':') is [var minutes, var seconds] && Count(minutes) is { } m and < 100_000 && Count(seconds) is { } s and < 60 ? (m * 60 + s) * 1000 : null;

    private static long? Count(string? digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
