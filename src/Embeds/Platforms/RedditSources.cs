using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where Reddit may be asked without a key: oEmbed for title and author, the JSON of the thread for the rest. Both are often walled.</summary>
internal static class RedditSources
{
    public static ImmutableArray<PostSource> Of(RedditPlatform platform, PostLink link)
    {
        var isComment = link.Kind == PostKind.Comment;
        // Both ids stand in the permalink of a comment: …/comments/POST/comment/COMMENT/
        var parts = new Uri(link.Permalink).Segments.Select(s => s.Trim('/')).ToList();
        var post = parts.IndexOf("comments") is var at and >= 0 && at + 1 < parts.Count ? parts[at + 1] : link.NativeId[(link.NativeId.IndexOf('_') + 1)..];
        var path = isComment ? $"{post}/_/{link.NativeId[3..]}.json?context=0&raw_json=1" : $"{post}.json?raw_json=1";
        return
        [
            OEmbed.Of(platform, link, "https://www.reddit.com/oembed?omitscript=true", isComment ? PostFields.Author : PostFields.Author | PostFields.Card, fault: Refusal),
            new PostSource
            {
                Rule = "reddit.json",
                Via = Via.Api,
                Url = $"https://www.reddit.com/comments/{path}",
                Gives = PostFields.All,
                Read = answer => ReadThread(platform, link, answer, isComment),
            },
        ];
    }

    private static SourceReading? Refusal(SourceAnswer answer) =>
        answer.Status is 403 or 404 && answer.Json.Text("reason") is { } reason ? Reason(reason) : null;

    private static SourceReading? Reason(string reason) => reason switch
    {
        "private" => SourceReading.Of(PostState.Protected, "The subreddit is private."),
        "banned" => SourceReading.Of(PostState.Suspended, "The subreddit is banned."),
        "quarantined" or "gold_only" => SourceReading.Of(PostState.Withheld, $"The subreddit is {reason}."),
        _ => null,
    };

    private static SourceReading? ReadThread(RedditPlatform platform, PostLink link, SourceAnswer answer, bool isComment)
    {
        if (answer.Json.Text("reason") is { } reason && Reason(reason) is { } refusal)
            return refusal;
        if (!answer.IsSuccess)
            return null;
        var thing = answer.Json.Item(isComment ? 1 : 0).At("data", "children").Item(0).At("data");
        if (thing.ValueKind != JsonValueKind.Object)
            return answer.Json.ValueKind == JsonValueKind.Array ? SourceReading.Of(PostState.Gone, "The thread holds no such comment.") : null;
        if ((thing.Text("name") ?? (isComment ? "t1_" : "t3_") + thing.Text("id")) is { } name && name != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {name}.");
        return isComment ? ReadComment(platform, answer, thing) : ReadPost(platform, link, answer, thing);
    }

    private static SourceReading ReadPost(RedditPlatform platform, PostLink link, SourceAnswer answer, JsonElement post)
    {
        var facts = answer.Facts() with
        {
            Kind = PostKind.Post,
            Author = AuthorOf(platform, post),
            Text = Words(post.Text("selftext"), post),
            Card = post.Text("title") is { } title ? new LinkCard { Url = (post.Is("is_self") ? null : post.Address("url")) ?? link.Permalink, Title = title } : null,
            Published = AnswerFacts.Seconds(post.Number("created_utc")),
            EditedAt = AnswerFacts.InstantOfSeconds(post.Number("edited")),
            Media = [.. MediaOf(post)],
            Poll = PollOf(post.At("poll_data")),
            Quoted = post.At("crosspost_parent_list").Item(0) is { ValueKind: JsonValueKind.Object } parent ? RefOf(platform, parent) : null,
            Metrics = new Metrics { At = answer.At, Likes = post.Count("score"), Replies = post.Count("num_comments") }.OrNull(),
        };
        return Standing(post.Text("removed_by_category"), post.Text("author"), post.Text("selftext"), facts);
    }

    private static SourceReading ReadComment(RedditPlatform platform, SourceAnswer answer, JsonElement comment)
    {
        var facts = answer.Facts() with
        {
            Kind = PostKind.Comment,
            Author = AuthorOf(platform, comment),
            Text = Words(comment.Text("body"), comment),
            Published = AnswerFacts.Seconds(comment.Number("created_utc")),
            EditedAt = AnswerFacts.InstantOfSeconds(comment.Number("edited")),
            Thread = comment.Text("parent_id") is { } parent
                ? new PostThread { Parent = new PostRef { Key = QuoteKey.ForPost(platform.Id, parent) }, Root = comment.Text("link_id") is { } root ? new PostRef { Key = QuoteKey.ForPost(platform.Id, root) } : null }
                : null,
            Metrics = new Metrics { At = answer.At, Likes = comment.Count("score") }.OrNull(),
        };
        return Standing(comment.Text("collapsed_reason_code"), comment.Text("author"), comment.Text("body"), facts);
    }

    /// <summary>Reddit leaves the title of what was taken away, and a word in brackets in the place of the rest.</summary>
    private static SourceReading Standing(string? category, string? author, string? words, PostFacts facts) => (category?.ToLowerInvariant(), words) switch
    {
        ("deleted" or "author", _) => SourceReading.Of(PostState.Deleted, "Removed by its author.") with { Facts = facts },
        ("copyright_takedown" or "reddit" or "moderator" or "automod_filtered" or "content_takedown", _) or (_, "[removed]") => SourceReading.Of(PostState.Withheld, $"Removed ({category ?? "[removed]"}).") with { Facts = facts },
        (_, "[deleted]") => SourceReading.Of(PostState.Deleted, author == "[deleted]" ? "Deleted with its author's name." : "Deleted.") with { Facts = facts },
        _ => SourceReading.Live(facts),
    };

    private static Author? AuthorOf(RedditPlatform platform, JsonElement thing) =>
        thing.Text("author") is { } name and not "[deleted]" ? new Author { Handle = name, Id = thing.Text("author_fullname"), Url = platform.ProfileOf(name) } : null;

    private static PostText? Words(string? words, JsonElement thing) => words is null or "[deleted]" or "[removed]" ? null : AnswerFacts.Words(words) is not { } text ? null
        : thing.Is("spoiler") || thing.Is("over_18") ? text with { ContentWarning = thing.Is("over_18") ? "nsfw" : "spoiler" } : text;

    private static IEnumerable<Media> MediaOf(JsonElement post)
    {
        bool? isSensitive = post.Is("over_18") ? true : null;
        foreach (var item in post.Items("gallery_data", "items"))
        {
            var picture = item.Text("media_id") is { } id ? post.At("media_metadata", id, "s") : default;
            if (picture.Address("u") is { } url)
                yield return new Media { Type = MediaType.Image, Url = WebUtility.HtmlDecode(url), Alt = item.Text("caption"), Width = picture.Pixels("x"), Height = picture.Pixels("y"), Sensitive = isSensitive };
        }

        if (post.At("media", "reddit_video") is { ValueKind: JsonValueKind.Object } video)
            yield return new Media { Type = MediaType.Video, Url = video.Address("fallback_url"), Width = video.Pixels("width"), Height = video.Pixels("height"), DurationMs = video.Count("duration") * 1000, Poster = post.Address("thumbnail"), Sensitive = isSensitive };
        else if (post.Text("post_hint") == "image" && post.Address("url") is { } image)
            yield return new Media { Type = MediaType.Image, Url = image, Sensitive = isSensitive };
    }

    private static Poll? PollOf(JsonElement poll) => poll.ValueKind != JsonValueKind.Object ? null : new Poll
    {
        Options = [.. poll.Items("options").Select(o => new PollOption { Label = o.Text("text") ?? "", Votes = o.Count("vote_count") })],
        // Milliseconds here, where every other time of Reddit's is seconds.
        ClosesAt = AnswerFacts.InstantOfSeconds(poll.Number("voting_end_timestamp") / 1000),
    };

    private static PostRef RefOf(RedditPlatform platform, JsonElement post) => new()
    {
        Key = post.Text("id") is { } id ? QuoteKey.ForPost(platform.Id, "t3_" + id) : null,
        Url = post.Text("permalink") is { } path ? WebAddress.Storable("https://www.reddit.com" + path) : null,
        Author = AuthorOf(platform, post),
        Text = post.Text("title"),
        PublishedAt = AnswerFacts.InstantOfSeconds(post.Number("created_utc")),
    };
}
