using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>The post's own page as a source: JSON-LD, then OpenGraph, and the oEmbed endpoint that its head names.</summary>
internal static class PostPage
{
    /// <summary>What the page of a video or a track can say, which is no writing.</summary>
    public const PostFields OfMedia = PostFields.Author | PostFields.Card | PostFields.Media | PostFields.Time;

    private const int MaxScripts = 64;

    private static readonly string[] PostTypes = ["SocialMediaPosting", "DiscussionForumPosting", "VideoObject", "ImageObject", "AudioObject", "MusicRecording", "Comment"];

    /// <summary>The page at the permalink.</summary>
    /// <param name="platform">The platform; its id begins the rule.</param>
    /// <param name="link">The post.</param>
    /// <param name="url">The page's address where it is not the permalink.</param>
    /// <param name="gives">What it can say.</param>
    /// <param name="read">
    /// Reads what is the platform's own in the page, before the general reading; null in an answer means that there is nothing.
    /// </param>
    public static PostSource Of(
        Platform platform, PostLink link, string? url = null, PostFields gives = PostFields.Author | PostFields.Text | PostFields.Card | PostFields.Media, Func<SourceAnswer, SourceReading?>? read = null) => new()
        {
            Rule = platform.Id + ".page",
            Via = Via.Opengraph,
            Url = url ?? link.Permalink,
            Gives = gives,
            Accept = PostSource.Page,
            Read = answer => read?.Invoke(answer) ?? Read(platform, link, answer),
        };

    /// <summary>What any page may say of its post; null when it says nothing.</summary>
    public static SourceReading? Read(Platform platform, PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess)
            return null;
        var page = answer.Page;
        var then = Discovered(page, answer.Address) is { } endpoint ? Endpoint(platform, link, endpoint) : null;
        var facts = IsAbout(platform, link, answer) ? Facts(platform, link, answer) : null;
        if (facts is null && then is null)
            return null;
        return new SourceReading { State = facts is null ? PostState.Unknown : PostState.Live, Facts = facts, Then = then is null ? [] : [then] };
    }

    /// <summary>What a page that is known to be the post's says of it; null when nothing.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="link">The post.</param>
    /// <param name="answer">The page.</param>
    /// <param name="isSame">Says of another link that it may be the post's too, where one has several; null where it has one.</param>
    public static PostFacts? Facts(Platform platform, PostLink link, SourceAnswer answer, Func<PostLink, bool>? isSame = null) =>
        FromJsonLd(platform, answer, link, isSame) ?? FromOpenGraph(platform, answer, link);

    /// <summary>The content of a <c>meta</c> by <c>property</c> or <c>name</c>.</summary>
    public static string? Meta(IDocument page, string name)
    {
        foreach (var meta in page.Head?.QuerySelectorAll("meta") ?? Enumerable.Empty<IElement>())
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name")) == name && !string.IsNullOrWhiteSpace(meta.GetAttribute("content")))
                return VerbatimText.Normalise(meta.GetAttribute("content")!.Trim());
        }

        return null;
    }

    /// <summary>The objects of all JSON-LD of a page, those in lists and graphs too.</summary>
    public static IEnumerable<JsonElement> JsonLd(IDocument page) =>
        page.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts).SelectMany(script => Objects(Parse(script.TextContent)));

    /// <summary>A page that names another post as its own is the page of that post: a profile's newest, a redirect's end.</summary>
    private static bool IsAbout(Platform platform, PostLink link, SourceAnswer answer)
    {
        // Where it does not say, it is what it was found under: a front page, when it was a redirect.
        var own = Meta(answer.Page, "og:url") ?? answer.Page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? answer.Address.AbsoluteUri;
        if (!WebAddress.TryParse(own, out var address))
            return true;
        return platform.ReadOwnLink(own) is { } other
            ? string.Equals(other.NativeId, link.NativeId, StringComparison.Ordinal)
            : !platform.Owns(address) || address.Text.Contains(link.NativeId[(link.NativeId.LastIndexOf('/') + 1)..], StringComparison.Ordinal);
    }

    private static PostFacts? FromJsonLd(Platform platform, SourceAnswer answer, PostLink link, Func<PostLink, bool>? isSame)
    {
        foreach (var thing in JsonLd(answer.Page))
        {
            // Beside its own, a page may show other posts.
            if (!PostTypes.Contains(thing.Text("@type") ?? thing.At("@type").Item(0).Text(), StringComparer.Ordinal)
                || platform.ReadOwnLink(thing.Text("url")) is { } other && other.NativeId != link.NativeId && other.Permalink != link.Permalink && isSame?.Invoke(other) != true)
            {
                continue;
            }

            var author = thing.At("author").ValueKind == JsonValueKind.Array ? thing.At("author").Item(0) : thing.At("author");
            var words = thing.Text("articleBody") ?? thing.Text("text");
            return answer.Facts() with
            {
                Via = Via.JsonLd,
                Author = new Author { Name = author.Text("name") ?? author.Text(), Handle = AnswerFacts.Handle(author.Text("alternateName")) ?? ProfileAddress.HandleIn(platform, author.Text("url")), Id = author.Text("identifier"), Url = author.Address("url") }.OrNull(),
                Text = AnswerFacts.Words(words, thing.Text("inLanguage")),
                Published = PublishedTime.FromIso(thing.Text("datePublished") ?? thing.Text("uploadDate") ?? thing.Text("dateCreated")),
                EditedAt = thing.Text("dateModified") is { } modified && modified != thing.Text("datePublished") ? AnswerFacts.Instant(modified) : null,
                Card = TitleOf(thing, words) is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = thing.Text("description") } : null,
                Media = MediaOf(thing) is { } media ? [media] : [],
                Metrics = Counts(answer, thing),
            };
        }

        return null;
    }

    /// <summary>A title; the beginning of the words once more is none.</summary>
    private static string? TitleOf(JsonElement thing, string? words) =>
        (thing.Text("name") ?? thing.Text("headline")) is { } title && words?.StartsWith(title.TrimEnd('…', '.', ' '), StringComparison.Ordinal) != true ? title : null;

    private static Metrics? Counts(SourceAnswer answer, JsonElement thing)
    {
        var statistics = thing.At("interactionStatistic") is { ValueKind: JsonValueKind.Object } one ? [one] : thing.Items("interactionStatistic").ToArray();
        long? Of(string action) => Array.Find(statistics, s => (s.Text("interactionType", "@type") ?? s.Text("interactionType"))?.EndsWith(action, StringComparison.Ordinal) == true).Count("userInteractionCount");
        return new Metrics { At = answer.At, Likes = Of("LikeAction"), Replies = Of("CommentAction") ?? thing.Count("commentCount"), Reposts = Of("ShareAction"), Views = Of("WatchAction") ?? Of("ViewAction") }.OrNull();
    }

    private static Media? MediaOf(JsonElement thing)
    {
        var picture = thing.Address("thumbnailUrl") ?? thing.At("thumbnailUrl").Item(0).Address() ?? thing.Address("image") ?? thing.Address("image", "url") ?? thing.At("image").Item(0).Address();
        return thing.Text("@type") == "VideoObject"
            ? new Media { Type = MediaType.Video, Url = thing.Address("contentUrl"), Poster = picture, DurationMs = JsonLdFacts.Milliseconds(thing.Text("duration")) }
            : picture is null ? null : new Media { Type = MediaType.Image, Url = picture };
    }

    /// <summary>What OpenGraph says. Its description is cut where long ones are, so that it proves no whole text.</summary>
    private static PostFacts? FromOpenGraph(Platform platform, SourceAnswer answer, PostLink link)
    {
        var page = answer.Page;
        // A page under the platform's own name is the empty one that an application fills, or a soft "not found".
        if (Meta(page, "og:title") is not { } title || string.Equals(title, platform.Name, StringComparison.OrdinalIgnoreCase))
            return null;
        return answer.Facts() with
        {
            Confidence = 80,
            Published = PublishedTime.FromIso(Meta(page, "article:published_time") ?? Meta(page, "og:published_time")),
            Card = new LinkCard { Url = link.Permalink, Title = title, Description = Meta(page, "og:description") },
            Media = WebAddress.Storable(Meta(page, "og:image")) is { } picture ? [Shown(link, picture, Meta(page, "og:image:alt"))] : [],
        };
    }

    /// <summary>The picture of a video's page is the video's still.</summary>
    private static Media Shown(PostLink link, string picture, string? alt) => link.Kind == PostKind.Video
        ? new Media { Type = MediaType.Video, Poster = picture, Alt = alt }
        : new Media { Type = MediaType.Image, Url = picture, Alt = alt };

    private static string? Discovered(IDocument page, Uri address)
    {
        foreach (var link in page.Head?.QuerySelectorAll("link[href]") ?? Enumerable.Empty<IElement>())
        {
            if (link.GetAttribute("type") == "application/json+oembed" && link.GetAttribute("rel") is "alternate" or "alternative"
                && Uri.TryCreate(address, link.GetAttribute("href"), out var endpoint) && WebAddress.Storable(endpoint.AbsoluteUri) is { } storable)
            {
                return storable;
            }
        }

        return null;
    }

    /// <summary>The page's own word for its oEmbed answer: the address is whole already.</summary>
    private static PostSource Endpoint(Platform platform, PostLink link, string url) => new()
    {
        Rule = platform.Id + ".oembed-discovered",
        Via = Via.Oembed,
        Url = url,
        Gives = PostFields.Author | PostFields.Text | PostFields.Card | PostFields.Media,
        Read = answer => OEmbed.Read(platform, link, answer),
    };

    private static JsonElement Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object);
        if (json.ValueKind != JsonValueKind.Object)
            return [];
        return json.Has("@graph") ? json.Items("@graph") : [json];
    }
}
