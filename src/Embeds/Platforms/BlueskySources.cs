using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where Bluesky may be asked without a key: its oEmbed endpoint, the public app view, and the server that holds the record.</summary>
internal static class BlueskySources
{
    private const string AppView = "https://public.api.bsky.app/xrpc/";
    private const string OptOut = "!no-unauthenticated";
    private const string WebIdentity = "did:web:";

    /// <param name="platform">The platform.</param>
    /// <param name="link">The post.</param>
    /// <param name="repository">The author's DID or handle.</param>
    /// <param name="key">The record's key.</param>
    public static ImmutableArray<PostSource> Of(BlueskyPlatform platform, PostLink link, string repository, string key)
    {
        var uri = $"at://{repository}/app.bsky.feed.post/{key}";
        return
        [
            OEmbed.Of(platform, link, "https://embed.bsky.app/oembed?format=json", PostFields.Author | PostFields.Text, fault: NotPublic),
            new PostSource
            {
                Rule = "bluesky.app-view",
                Via = Via.Api,
                Url = $"{AppView}app.bsky.feed.getPostThread?uri={uri.Escaped()}&depth=0&parentHeight=1",
                Gives = PostFields.All,
                Read = answer => ReadThread(platform, answer, repository, key),
            },
        ];
    }

    private static SourceReading? NotPublic(SourceAnswer answer) =>
        answer.Status == 403 ? SourceReading.Of(PostState.Withheld, $"HTTP 403: {VerbatimText.Shorten(answer.Text.Trim(), 200)}") : null;

    private static SourceReading? ReadThread(BlueskyPlatform platform, SourceAnswer answer, string repository, string key)
    {
        var json = answer.Json;
        if (json.Text("error") is { } error)
            return ReadError(error, json.Text("message"), repository, key);
        var thread = json.At("thread");
        if (thread.Is("notFound") || thread.Text("$type")?.EndsWith("#notFoundPost", StringComparison.Ordinal) == true)
            return NotFound("The app view has no such post.", repository, key);
        if (thread.Is("blocked") || thread.Text("$type")?.EndsWith("#blockedPost", StringComparison.Ordinal) == true)
            return SourceReading.Of(PostState.Withheld, "The app view withholds the post (blockedPost).");
        if (!answer.IsSuccess || !thread.Has("post", "record"))
            return null;
        var post = thread.At("post");
        if (post.Text("uri")?.EndsWith("/" + key, StringComparison.Ordinal) != true)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {post.Text("uri")}.");
        return post.Items("author", "labels").Any(label => label.Text("val") == OptOut)
            ? SourceReading.Of(PostState.Withheld, $"The author asks not to be shown to readers who are not signed in ({OptOut}).")
            : SourceReading.Live(Facts(platform, answer, thread));
    }

    private static SourceReading? ReadError(string error, string? message, string repository, string key) => error switch
    {
        "NotFound" => NotFound(message ?? error, repository, key),
        "AccountTakedown" or "AccountSuspended" => SourceReading.Of(PostState.Suspended, $"{error}: {message}"),
        "AccountDeactivated" => SourceReading.Of(PostState.Gone, $"{error}: {message}"),
        _ => null,
    };

    /// <summary>The app view only knows what it was told; who holds the record can say that it was deleted.</summary>
    private static SourceReading NotFound(string evidence, string repository, string key) => SourceReading.Of(PostState.Gone, evidence) with
    {
        Then = [repository.StartsWith("did:", StringComparison.Ordinal) ? Directory(repository, key) : Handle(repository, key)],
    };

    /// <summary>Whose handle it is now. One that leads nowhere was given up or changed.</summary>
    private static PostSource Handle(string handle, string key) => new()
    {
        Rule = "bluesky.handle",
        Via = Via.Api,
        Url = $"{AppView}com.atproto.identity.resolveHandle?handle={handle.Escaped()}",
        Gives = PostFields.None,
        Read = answer => answer.Json.Text("did") is { } did && did.StartsWith("did:", StringComparison.Ordinal) && did.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or '-')
            ? new SourceReading { State = PostState.Unknown, Then = [Directory(did, key)] }
            : answer.Json.Text("message") is { } message ? SourceReading.Of(PostState.Unknown, message) : null,
    };

    private static PostSource Directory(string did, string key) => new()
    {
        Rule = "bluesky.directory",
        Via = Via.Api,
        // An identity of the web stands at its own host.
        Url = did.StartsWith(WebIdentity, StringComparison.Ordinal) && Uri.CheckHostName(did[WebIdentity.Length..]) == UriHostNameType.Dns ? $"https://{did[WebIdentity.Length..]}/.well-known/did.json" : $"https://plc.directory/{did}",
        Gives = PostFields.None,
        Read = answer => answer.Json.Items("service").FirstOrDefault(s => s.Text("id") == "#atproto_pds").Address("serviceEndpoint") is { } host
            ? new SourceReading { State = PostState.Unknown, Then = [Record(host, did, key)] }
            : null,
    };

    private static PostSource Record(string host, string did, string key) => new()
    {
        Rule = "bluesky.record",
        Via = Via.Api,
        Url = $"{host.TrimEnd('/')}/xrpc/com.atproto.repo.getRecord?repo={did.Escaped()}&collection=app.bsky.feed.post&rkey={key.Escaped()}",
        Gives = PostFields.None,
        Read = answer => (answer.Json.Text("error"), answer.IsSuccess) switch
        {
            ("RecordNotFound", _) => SourceReading.Of(PostState.Deleted, "RecordNotFound: the author's own server no longer has the record."),
            ("RepoTakendown" or "RepoSuspended", _) => SourceReading.Of(PostState.Suspended, answer.Json.Text("error")!),
            ("RepoDeactivated", _) => SourceReading.Of(PostState.Gone, "RepoDeactivated"),
            (null, true) when answer.Json.Has("value") => new SourceReading { State = PostState.Live },
            _ => null,
        },
    };

    private static PostFacts Facts(BlueskyPlatform platform, SourceAnswer answer, JsonElement thread)
    {
        var post = thread.At("post");
        var record = post.At("record");
        var embed = post.At("embed");
        var warning = post.Items("labels").Concat(record.Items("labels", "values")).Select(label => label.Text("val")).FirstOrDefault(IsWarning);
        var shown = embed.Text("$type") == "app.bsky.embed.recordWithMedia#view" ? embed.At("record", "record") : embed.At("record");
        // Feeds, lists and starter packs are shown in the same place, and are no posts.
        var quoted = shown.Text("uri") is { } uri && uri.Contains("/app.bsky.feed.post/", StringComparison.Ordinal) ? shown : default;
        return answer.Facts() with
        {
            Kind = quoted.Has("uri") ? PostKind.Quote : record.Has("reply") ? PostKind.Reply : PostKind.Post,
            Author = AuthorOf(platform, post.At("author")),
            Text = TextOf(platform, record) is { } text ? text with { ContentWarning = warning }
                : warning is null ? null : new PostText { Value = "", Completeness = TextCompleteness.Absent, ContentWarning = warning },
            Published = PublishedTime.FromIso(record.Text("createdAt")),
            Media = [.. MediaOf(embed.At("media") is { ValueKind: JsonValueKind.Object } media ? media : embed, warning is not null)],
            Card = CardOf(embed.At("external")) ?? CardOf(embed.At("media", "external")),
            Quoted = quoted.Has("uri") ? Quoted(platform, quoted) : null,
            Thread = ThreadOf(platform, thread, record.At("reply")),
            Metrics = new Metrics
            {
                At = answer.At,
                Likes = post.Count("likeCount"),
                Replies = post.Count("replyCount"),
                Reposts = post.Count("repostCount"),
                Quotes = post.Count("quoteCount"),
            }.OrNull(),
        };
    }

    private static bool IsWarning(string? label) => label is "porn" or "sexual" or "nudity" or "graphic-media" or "!warn" or "!hide";

    private static Author AuthorOf(BlueskyPlatform platform, JsonElement author) => new()
    {
        Name = author.Text("displayName"),
        Handle = author.Text("handle") is { } handle and not "handle.invalid" ? handle : null,
        Id = author.Text("did"),
        Url = author.Text("handle") is { } who and not "handle.invalid" ? platform.ProfileOf(who) : null,
        Avatar = AnswerFacts.Avatar(author.Text("avatar")),
        Verified = author.Text("verification", "verifiedStatus") switch { "valid" => Verification.Platform, null => null, _ => Verification.None },
    };

    /// <summary>The words, with facets whose offsets are bytes of UTF-8.</summary>
    private static PostText? TextOf(BlueskyPlatform platform, JsonElement record)
    {
        if (record.Text("text") is not { } words)
            return null;
        var facets = new FacetList(words, OffsetUnit.Utf8);
        foreach (var facet in record.Items("facets"))
        {
            var (start, end) = (facet.Number("index", "byteStart"), facet.Number("index", "byteEnd"));
            foreach (var feature in facet.Items("features"))
            {
                if (feature.Text("uri") is { } uri)
                    facets.Add(start, end, FacetList.Of(FacetType.Link, uri));
                else if (feature.Text("did") is { } did)
                    facets.Add(start, end, FacetList.Of(FacetType.Mention, platform.ProfileOf(did), id: did));
                else if (feature.Text("tag") is { } tag)
                    facets.Add(start, end, FacetList.Of(FacetType.Hashtag, tag));
            }
        }

        if (!record.Has("facets"))
            return new PostText { Value = VerbatimText.Normalise(words), Completeness = TextCompleteness.Full, Facets = Entities(platform, record, words) }.In(record.At("langs").Item(0).Text());
        var text = new PostText { Value = VerbatimText.Normalise(words), Completeness = TextCompleteness.Full, Facets = facets.ToImmutable() };
        return text.In(record.At("langs").Item(0).Text());
    }

    /// <summary>What posts of 2023 have in the place of facets, in units of UTF-16.</summary>
    private static ImmutableArray<Facet> Entities(BlueskyPlatform platform, JsonElement record, string words)
    {
        var facets = new FacetList(words, OffsetUnit.Utf16);
        foreach (var entity in record.Items("entities"))
        {
            var value = entity.Text("value");
            var facet = entity.Text("type") switch
            {
                "link" => FacetList.Of(FacetType.Link, value),
                "mention" when value is not null => FacetList.Of(FacetType.Mention, platform.ProfileOf(value), id: value),
                "hashtag" => FacetList.Of(FacetType.Hashtag, value?.TrimStart('#')),
                _ => null,
            };
            if (facet is not null)
                facets.Add(entity.Number("index", "start"), entity.Number("index", "end"), facet);
        }

        return facets.ToImmutable();
    }

    private static IEnumerable<Media> MediaOf(JsonElement embed, bool isSensitive)
    {
        bool? sensitive = isSensitive ? true : null;
        foreach (var image in embed.Items("images").Concat(embed.Items("items")))
        {
            yield return new Media
            {
                Type = MediaType.Image,
                Url = image.Address("fullsize"),
                Alt = image.Text("alt"),
                Width = image.Pixels("aspectRatio", "width"),
                Height = image.Pixels("aspectRatio", "height"),
                Sensitive = sensitive,
            };
        }

        if (embed.Address("playlist") is { } playlist)
        {
            yield return new Media
            {
                Type = embed.Text("presentation") == "gif" ? MediaType.Gif : MediaType.Video,
                Url = playlist,
                Alt = embed.Text("alt"),
                Poster = embed.Address("thumbnail"),
                Width = embed.Pixels("aspectRatio", "width"),
                Height = embed.Pixels("aspectRatio", "height"),
                Sensitive = sensitive,
            };
        }
    }

    private static LinkCard? CardOf(JsonElement external) =>
        external.Address("uri") is { } url ? new LinkCard { Url = url, Title = external.Text("title"), Description = external.Text("description") } : null;

    private static PostRef Quoted(BlueskyPlatform platform, JsonElement record)
    {
        var state = record.Text("$type")?.Split('#')[^1] switch
        {
            "viewNotFound" => PostState.Gone,
            "viewBlocked" or "viewDetached" => PostState.Withheld,
            _ when record.Is("notFound") => PostState.Gone,
            _ => (PostState?)null,
        };
        return Ref(platform, record.Text("uri"), record.At("author"), record.At("value")) with { State = state };
    }

    private static PostThread? ThreadOf(BlueskyPlatform platform, JsonElement thread, JsonElement reply)
    {
        if (!reply.Has("parent", "uri"))
            return null;
        var parent = thread.At("parent", "post");
        var shown = parent.Text("uri") == reply.Text("parent", "uri") ? parent : default;
        return new PostThread
        {
            Parent = Ref(platform, reply.Text("parent", "uri"), shown.At("author"), shown.At("record")) with
            {
                State = thread.Is("parent", "notFound") ? PostState.Gone : thread.Is("parent", "blocked") ? PostState.Withheld : null,
            },
            Root = reply.Text("root", "uri") is { } root ? Ref(platform, root, default, default) : null,
        };
    }

    private static PostRef Ref(BlueskyPlatform platform, string? uri, JsonElement author, JsonElement record)
    {
        var link = uri is null ? null : platform.FromId(uri);
        return new PostRef
        {
            Key = link is null ? null : QuoteKey.ForPost(platform.Id, link.NativeId),
            Url = link?.Permalink,
            Author = author.ValueKind == JsonValueKind.Object ? AuthorOf(platform, author) with { Avatar = null } : null,
            Text = record.Text("text"),
            PublishedAt = PublishedTime.FromIso(record.Text("createdAt"))?.At,
        };
    }
}
