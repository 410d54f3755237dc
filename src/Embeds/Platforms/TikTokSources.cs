using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where TikTok may be asked without a key: oEmbed, whose title is the whole caption, and the data in the video's page.</summary>
internal static class TikTokSources
{
    private const string Scope = "__DEFAULT_SCOPE__";

    public static ImmutableArray<PostSource> Of(TikTokPlatform platform, PostLink link)
    {
        // Pictures are known to the endpoint under the address of a video.
        var page = $"https://www.tiktok.com/@{link.Handle}/video/{link.NativeId}";
        return
        [
            new PostSource
            {
                Rule = "tiktok.oembed",
                Via = Via.Oembed,
                Url = $"https://www.tiktok.com/oembed?url={page.Escaped()}",
                Gives = PostFields.Author | PostFields.Text,
                Read = answer => ReadOEmbed(platform, link, answer),
            },
            new PostSource
            {
                Rule = "tiktok.page",
                Via = Via.Api,
                Url = link.Permalink,
                Gives = PostFields.All,
                Accept = PostSource.Page,
                Read = answer => ReadPage(platform, link, answer),
            },
            new PostSource
            {
                Rule = "tiktok.player",
                Via = Via.Api,
                Url = "https://www.tiktok.com/embed/v2/" + link.NativeId,
                Gives = PostFields.Author | PostFields.Text | PostFields.Time | PostFields.Media | PostFields.Details,
                Accept = PostSource.Page,
                Read = answer => ReadPlayer(platform, link, answer),
            },
        ];
    }

    /// <summary>400 comes for what is deleted, private or unknown alike, and for moments of weakness.</summary>
    private static SourceReading? ReadOEmbed(TikTokPlatform platform, PostLink link, SourceAnswer answer)
    {
        var json = answer.Json;
        if (answer.Status == 400 && json.Has("code"))
            return SourceReading.Of(PostState.Unreachable, $"HTTP 400: {json.Text("message") ?? json.Text("status_msg")}");
        if (OEmbed.Read(platform, link, answer) is not { Facts: { } facts } reading)
            return null;
        var handle = AnswerFacts.Handle(json.Text("author_unique_id")) ?? (json.Text("author_url")?.Split("/@") is [_, var who] ? AnswerFacts.Handle(who.TrimEnd('/')) : null);
        return reading with
        {
            Facts = facts with
            {
                Kind = link.Kind,
                Author = (facts.Author ?? new Author()) with { Handle = handle },
                Text = AnswerFacts.Words(json.Text("title")),
                Card = null,
                Media = MediaOf(link, json) is { } media ? [media] : [],
            },
        };
    }

    private static Media? MediaOf(PostLink link, JsonElement oembed)
    {
        if (oembed.Address("thumbnail_url") is not { } still)
            return null;
        var media = new Media { Type = MediaType.Video, Poster = still, Width = oembed.Pixels("thumbnail_width"), Height = oembed.Pixels("thumbnail_height") };
        return link.Kind == PostKind.Photo ? media with { Type = MediaType.Image, Url = still, Poster = null } : media;
    }

    private static SourceReading? ReadPage(TikTokPlatform platform, PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess)
            return null;
        if (ScriptJson.OfScript(answer, "__UNIVERSAL_DATA_FOR_REHYDRATION__") is not { } data)
            return ReadOlderPage(platform, link, answer);
        var detail = data.At(Scope, "webapp.video-detail");
        if (detail.ValueKind != JsonValueKind.Object)
            detail = data.At(Scope, "webapp.reflow.video.detail");
        var post = detail.At("itemInfo", "itemStruct");
        if (post.Text("id") is { } id)
            return id == link.NativeId ? SourceReading.Live(Facts(platform, link, answer, post)) : SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
        return detail.Number("statusCode") is { } code and not 0 ? Refusal(code, detail.Text("statusMsg") ?? "") : null;
    }

    /// <summary>Pages of before 2023, as archives have them: the author's parts stand beside the post's.</summary>
    private static SourceReading? ReadOlderPage(TikTokPlatform platform, PostLink link, SourceAnswer answer)
    {
        var post = (ScriptJson.OfScript(answer, "SIGI_STATE") ?? ScriptJson.OfScript(answer, "sigi-persisted-data") ?? default).At("ItemModule", link.NativeId);
        return post.ValueKind == JsonValueKind.Object ? SourceReading.Live(Facts(platform, link, answer, post)) : null;
    }

    /// <summary>The official player's page, which often answers where the post's own is walled.</summary>
    private static SourceReading? ReadPlayer(TikTokPlatform platform, PostLink link, SourceAnswer answer)
    {
        // A player that refuses says nothing of the post.
        if (!answer.IsSuccess)
            return SourceReading.Of(PostState.Unreachable, FormattableString.Invariant($"HTTP {answer.Status} from the player"));
        if (ScriptJson.OfScript(answer, "__FRONTITY_CONNECT_STATE__") is not { } data)
            return null;
        var video = data.At("source", "data", "/embed/v2/" + link.NativeId, "videoData");
        var post = video.At("itemInfos");
        if (post.Text("id") != link.NativeId)
            return null;
        var author = video.At("authorInfos");
        var handle = AnswerFacts.Handle(author.Text("uniqueId"));
        return SourceReading.Live(answer.Facts() with
        {
            Kind = link.Kind,
            Author = new Author
            {
                Name = author.Text("nickName"),
                Handle = handle,
                Url = handle is null ? null : platform.ProfileOf(handle),
                Verified = VerifiedOf(author),
            }.OrNull(),
            Text = AnswerFacts.Words(post.Text("text")),
            Published = AnswerFacts.Seconds(post.Number("createTime")),
            Media = post.At("covers").Item(0).Address() is { } cover ? [new Media { Type = MediaType.Video, Poster = cover }] : [],
            Metrics = new Metrics { At = answer.At, Likes = post.Count("diggCount"), Replies = post.Count("commentCount"), Reposts = post.Count("shareCount"), Views = post.Count("playCount") }.OrNull(),
        });
    }

    private static Verification? VerifiedOf(JsonElement author) => author.Has("verified") ? author.Is("verified") ? Verification.Platform : Verification.None : null;

    /// <summary>The code is a bag into which blocks of the asker go too; the message decides.</summary>
    private static SourceReading Refusal(long code, string message)
    {
        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
        var state = code switch
        {
            10217 => PostState.Deleted,
            10216 or 10222 => PostState.Protected,
            10231 => PostState.Withheld,
            _ when Says("doesn't exist") || Says("status_deleted") => PostState.Gone,
            _ when Says("cross_border") || Says("status_reviewing") => PostState.Withheld,
            _ => PostState.Unreachable,
        };
        return SourceReading.Of(state, FormattableString.Invariant($"statusCode {code} \"{message}\""));
    }

    private static PostFacts Facts(TikTokPlatform platform, PostLink link, SourceAnswer answer, JsonElement post)
    {
        var author = post.At("author");
        var handle = AnswerFacts.Handle(author.Text("uniqueId") ?? author.Text());
        var stats = post.Has("statsV2") ? post.At("statsV2") : post.At("stats");
        return answer.Facts() with
        {
            Kind = post.Has("imagePost") ? PostKind.Photo : PostKind.Video,
            Author = new Author
            {
                Name = author.Text("nickname") ?? post.Text("nickname"),
                Handle = handle,
                Id = author.Text("id") ?? post.Text("authorId"),
                Url = handle is null ? null : platform.ProfileOf(handle),
                Avatar = AnswerFacts.Avatar(author.Text("avatarLarger")),
                Verified = VerifiedOf(author),
            },
            Text = TextOf(platform, post),
            Card = post.Text("imagePost", "title") is { } title ? new LinkCard { Url = link.Permalink, Title = VerbatimText.Normalise(title) } : null,
            Published = AnswerFacts.Seconds(post.Number("createTime")),
            Media = [.. MediaOf(post)],
            Metrics = new Metrics { At = answer.At, Likes = stats.Count("diggCount"), Replies = stats.Count("commentCount"), Reposts = stats.Count("shareCount"), Views = stats.Count("playCount") }.OrNull(),
        };
    }

    private static PostText? TextOf(TikTokPlatform platform, JsonElement post)
    {
        // Captions of the longer kind come in pieces.
        if ((post.Text("desc") ?? string.Join('\n', post.Items("contents").Select(piece => piece.Text("desc")).OfType<string>())) is not { Length: > 0 } words)
            return null;
        var facets = new FacetList(words, OffsetUnit.Utf16);
        foreach (var extra in post.Items("textExtra"))
        {
            if (extra.Text("hashtagName") is { } tag)
                facets.Add(extra.Number("start"), extra.Number("end"), FacetList.Of(FacetType.Hashtag, tag));
            else if (extra.Text("userUniqueId") is { } who)
                facets.Add(extra.Number("start"), extra.Number("end"), FacetList.Of(FacetType.Mention, platform.ProfileOf(who)));
        }

        return new PostText { Value = VerbatimText.Normalise(words), Completeness = TextCompleteness.Full, Facets = facets.ToImmutable() }.In(post.Text("textLanguage"));
    }

    private static IEnumerable<Media> MediaOf(JsonElement post)
    {
        bool? isSensitive = post.Is("isContentClassified") ? true : null;
        if (post.Has("imagePost"))
        {
            foreach (var image in post.Items("imagePost", "images"))
                yield return new Media { Type = MediaType.Image, Url = image.Items("imageURL", "urlList").FirstOrDefault().Address(), Width = image.Pixels("imageWidth"), Height = image.Pixels("imageHeight"), Sensitive = isSensitive };
        }
        else if (post.At("video") is { ValueKind: JsonValueKind.Object } video)
        {
            yield return new Media { Type = MediaType.Video, Url = video.Address("playAddr"), Poster = video.Address("cover"), Width = video.Pixels("width"), Height = video.Pixels("height"), DurationMs = video.Count("duration") * 1000, Sensitive = isSensitive };
        }
    }
}
