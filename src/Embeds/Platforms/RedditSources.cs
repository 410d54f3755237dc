using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
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
            OfOEmbed(platform, link, isComment),
            new PostSource
            {
                Rule = "reddit.json",
                Via = Via.Api,
                Url = $"https://www.reddit.com/comments/{path}",
                Gives = PostFields.All,
                Read = answer => ReadThread(platform, link, answer, isComment),
            },
            // It says less, and is open where the JSON is closed.
            new PostSource
            {
                Rule = "reddit.feed",
                Via = Via.Api,
                Url = link.Permalink + ".rss",
                Gives = PostFields.Author | PostFields.Text | PostFields.Time | (isComment ? PostFields.None : PostFields.Card),
                Accept = "application/atom+xml",
                Read = answer => ReadFeed(platform, link, answer, isComment),
            },
        ];
    }

    /// <summary>The author's name is empty or a word in brackets where the account is gone; the title of a comment's answer is a sentence about it.</summary>
    private static PostSource OfOEmbed(RedditPlatform platform, PostLink link, bool isComment)
    {
        var source = OEmbed.Of(platform, link, "https://www.reddit.com/oembed?omitscript=true", isComment ? PostFields.Author : PostFields.Author | PostFields.Card);
        return source with
        {
            Read = answer => OEmbed.Read(platform, link, answer) is { Facts: { } facts } reading
                ? reading with { Facts = facts with { Author = facts.Author?.Name is ['[', ..] ? null : facts.Author, Card = isComment ? null : facts.Card } }
                : Refusal(answer),
        };
    }

    /// <summary>The thread as an Atom feed: the post, then comments without their order.</summary>
    private static SourceReading? ReadFeed(RedditPlatform platform, PostLink link, SourceAnswer answer, bool isComment)
    {
        if (!answer.IsSuccess)
            return SourceReading.Of(PostState.Unreachable, FormattableString.Invariant($"HTTP {answer.Status} for the feed"));
        if (AnswerXml.Read(answer.Text) is not { Name.LocalName: "feed" } feed
            || feed.Elements().FirstOrDefault(entry => entry.Name.LocalName == "entry" && entry.Text("id") == link.NativeId) is not { } entry)
        {
            return null;
        }

        var name = entry.Child("author")?.Text("name");
        name = name is ['/', 'u', '/', .. var bare] ? bare : name;
        var words = MarkupWords.Parse(entry.Text("content"))?.QuerySelector(".md") is { } markdown ? Rendered(platform, markdown) : null;
        var facts = answer.Facts() with
        {
            Kind = isComment ? PostKind.Comment : PostKind.Post,
            Author = name is null or ['[', ..] ? null : new Author { Handle = name, Url = platform.ProfileOf(name) },
            Text = words?.Value is "[deleted]" or "[removed]" ? null : words,
            Card = !isComment && entry.Text("title") is { } title ? new LinkCard { Url = link.Permalink, Title = VerbatimText.Normalise(title) } : null,
            Published = PublishedTime.FromIso(entry.Text("published")),
        };
        return Standing(null, name, words?.Value, facts);
    }

    /// <summary>The words as the site draws them; names of accounts are links there.</summary>
    public static PostText? Rendered(RedditPlatform platform, IElement markdown)
    {
        foreach (var anchor in markdown.QuerySelectorAll("a[href^='/']"))
            anchor.SetAttribute("href", "https://www.reddit.com" + anchor.GetAttribute("href"));
        var markup = MarkupText.Of(markdown);
        if (markup.Slice(0, markup.Text.Length) is not { } text)
            return null;
        return text with { Facets = [.. text.Facets.Select(facet => NameIn(facet) is { } name ? facet with { Type = FacetType.Mention, Target = platform.ProfileOf(name) } : facet)] };
    }

    private static string? NameIn(Facet facet) =>
        facet.Type == FacetType.Link && WebAddress.TryParse(facet.Target, out var target) && target.IsUnder("reddit.com") && target.Segments is ["u" or "user", var name] ? name : null;

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
        return isComment ? ReadComment(platform, answer, thing, answer.Json.Item(0).At("data", "children").Item(0).At("data")) : ReadPost(platform, link, answer, thing);
    }

    private static SourceReading ReadPost(RedditPlatform platform, PostLink link, SourceAnswer answer, JsonElement post)
    {
        var facts = answer.Facts() with
        {
            Kind = PostKind.Post,
            Author = AuthorOf(platform, post),
            Text = Words(platform, post.Text("selftext"), post.Text("selftext_html"), post),
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

    private static SourceReading ReadComment(RedditPlatform platform, SourceAnswer answer, JsonElement comment, JsonElement post)
    {
        var root = comment.Text("link_id") is { } rootId ? post.Text("id") is { } id && "t3_" + id == rootId ? RefOf(platform, post) : new PostRef { Key = QuoteKey.ForPost(platform.Id, rootId) } : null;
        var facts = answer.Facts() with
        {
            Kind = PostKind.Comment,
            Author = AuthorOf(platform, comment),
            Text = Words(platform, comment.Text("body"), comment.Text("body_html"), comment),
            Published = AnswerFacts.Seconds(comment.Number("created_utc")),
            EditedAt = AnswerFacts.InstantOfSeconds(comment.Number("edited")),
            Thread = comment.Text("parent_id") is { } parent
                ? new PostThread { Parent = parent == comment.Text("link_id") ? root : new PostRef { Key = QuoteKey.ForPost(platform.Id, parent) }, Root = root }
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

    /// <summary>Markdown is what its author typed: the words are what became of it, but for code, whose lines only the Markdown keeps.</summary>
    private static PostText? Words(RedditPlatform platform, string? markdown, string? html, JsonElement thing)
    {
        var warning = thing.Is("over_18") ? "nsfw" : thing.Is("spoiler") ? "spoiler" : null;
        var isWritten = markdown is not (null or "[deleted]" or "[removed]");
        var drawn = isWritten && MarkupWords.Parse(html)?.QuerySelector(".md") is { } body && body.QuerySelector("pre") is null ? Rendered(platform, body) : null;
        var text = drawn ?? (isWritten ? AnswerFacts.Words(markdown) : null);
        if (warning is null)
            return text;
        return (text ?? new PostText { Value = "", Completeness = TextCompleteness.Absent }) with { ContentWarning = warning };
    }

    private static IEnumerable<Media> MediaOf(JsonElement post)
    {
        bool? isSensitive = post.Is("over_18") ? true : null;
        var preview = post.At("preview", "images").Item(0).At("source");
        foreach (var item in post.Items("gallery_data", "items"))
        {
            if (item.Text("media_id") is not { } id || post.At("media_metadata", id) is not { ValueKind: JsonValueKind.Object } medium)
                continue;
            var picture = medium.At("s");
            if ((picture.Address("u") ?? picture.Address("gif")) is { } url)
                yield return new Media { Type = medium.Text("e") == "AnimatedImage" ? MediaType.Gif : MediaType.Image, Url = WebUtility.HtmlDecode(url), Alt = item.Text("caption"), Width = picture.Pixels("x"), Height = picture.Pixels("y"), Sensitive = isSensitive };
        }

        if (post.At("media", "reddit_video") is { ValueKind: JsonValueKind.Object } video)
            yield return new Media { Type = MediaType.Video, Url = video.Address("fallback_url"), Width = video.Pixels("width"), Height = video.Pixels("height"), DurationMs = video.Count("duration") * 1000, Poster = preview.Address("url") ?? post.Address("thumbnail"), Sensitive = isSensitive };
        else if (post.Text("post_hint") == "image" && post.Address("url") is { } image)
            yield return new Media { Type = MediaType.Image, Url = image, Width = preview.Pixels("width"), Height = preview.Pixels("height"), Sensitive = isSensitive };
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
