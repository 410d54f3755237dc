using System.Globalization;
using System.Text;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>The page of a community post: its data lie deep in a script, its words in runs, and its time is only told as "3 weeks ago".</summary>
internal static class YouTubeCommunity
{
    private const string Site = "https://www.youtube.com";

    public static PostSource SourceOf(YouTubePlatform platform, PostLink link) => PostPage.Of(
        platform, link, link.Permalink + "?hl=en", PostFields.All & ~PostFields.Time, answer => Read(platform, link, answer));

    private static SourceReading? Read(YouTubePlatform platform, PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess || ScriptJson.After(answer.Text, "ytInitialData = ") is not { } data)
            return null;
        var post = PageData.Objects(data)
            .Select(holder => holder.At("backstagePostThreadRenderer", "post"))
            .Select(shown => shown.Has("sharedPostRenderer") ? shown.At("sharedPostRenderer") : shown.At("backstagePostRenderer"))
            .FirstOrDefault(shown => shown.Text("postId") == link.NativeId);
        return post.ValueKind == JsonValueKind.Object ? SourceReading.Live(Facts(platform, answer, post)) : null;
    }

    private static PostFacts Facts(YouTubePlatform platform, SourceAnswer answer, JsonElement post)
    {
        var original = post.At("originalPost", "backstagePostRenderer");
        var attached = post.At("backstageAttachment");
        return answer.Facts() with
        {
            Via = Via.JsonLd,
            Kind = original.ValueKind == JsonValueKind.Object ? PostKind.Quote : PostKind.Post,
            Author = AuthorOf(post),
            Text = WordsOf(post),
            Published = Words(post.At("publishedTimeText")) is { } ago ? new Published { Precision = DatePrecision.Unknown, AsShown = ago } : null,
            Media = [.. Pictures(attached).Select(PictureOf).OfType<Media>()],
            Card = attached.At("videoRenderer") is var video && video.Text("videoId") is { } id ? new LinkCard { Url = $"{Site}/watch?v={id}", Title = Words(video.At("title")) } : null,
            Poll = PollOf(attached.At("pollRenderer")),
            Quoted = original.ValueKind == JsonValueKind.Object ? RefOf(platform, original) : null,
            Metrics = new Metrics { At = answer.At, Likes = Whole(Words(post.At("voteCount"))) }.OrNull(),
        };
    }

    private static Author? AuthorOf(JsonElement post)
    {
        var profile = post.At("authorEndpoint", "browseEndpoint");
        var path = profile.Text("canonicalBaseUrl");
        var name = post.Has("authorText") ? post.At("authorText") : post.At("displayName");
        return new Author
        {
            Name = Words(name),
            Handle = path is ['/', '@', ..] ? AnswerFacts.Handle(path[1..]) : null,
            Id = profile.Text("browseId"),
            Url = path is ['/', _, ..] ? WebAddress.Storable(Site + path) : null,
            Avatar = AnswerFacts.Avatar(post.Items("authorThumbnail", "thumbnails").LastOrDefault().Text("url")),
        }.OrNull();
    }

    private static PostText? WordsOf(JsonElement post)
    {
        var runs = (post.Has("contentText") ? post.At("contentText") : post.At("content")).Items("runs").ToList();
        var words = string.Concat(runs.Select(run => run.At("text").ValueKind == JsonValueKind.String ? run.At("text").GetString() : null));
        if (AnswerFacts.Words(words) is not { } text)
            return null;
        var facets = new FacetList(words, OffsetUnit.Utf16);
        var at = 0;
        foreach (var run in runs)
        {
            var (start, length) = (at, run.Text("text")?.Length ?? run.At("text").ToString().Length);
            at += length;
            if (FacetOf(run) is { } facet)
                facets.Add(start, at, facet);
        }

        // Blanks at the ends are no words: where there were some, the spans do not fit any more.
        return text.Value == words ? text with { Facets = facets.ToImmutable() } : text;
    }

    private static Facet? FacetOf(JsonElement run)
    {
        var to = run.At("navigationEndpoint");
        var words = run.Text("text")?.Trim() ?? "";
        if (to.ValueKind != JsonValueKind.Object || words.Length == 0)
            return null;
        if (words[0] == '#')
            return FacetList.Of(FacetType.Hashtag, words[1..]);
        if (to.Text("browseEndpoint", "canonicalBaseUrl") is { } profile)
            return FacetList.Of(words[0] == '@' ? FacetType.Mention : FacetType.Link, Site + profile, id: to.Text("browseEndpoint", "browseId"));
        if (to.Text("watchEndpoint", "videoId") is { } video)
            return FacetList.Of(FacetType.Link, $"{Site}/watch?v={video}");
        // Links that lead away go through a redirector that has them in a parameter.
        return to.Text("urlEndpoint", "url") is { } url && WebAddress.TryParse(url, out var address)
            ? FacetList.Of(FacetType.Link, address.Segments is ["redirect"] ? WebAddress.Storable(address.Query("q")) ?? address.Text : address.Text)
            : null;
    }

    private static IEnumerable<JsonElement> Pictures(JsonElement attached)
    {
        if (attached.Has("backstageImageRenderer"))
            yield return attached.At("backstageImageRenderer");
        foreach (var image in attached.Items("postMultiImageRenderer", "images"))
            yield return image.At("backstageImageRenderer");
    }

    private static Media? PictureOf(JsonElement picture) => picture.Items("image", "thumbnails").LastOrDefault() is var largest && largest.Address("url") is { } url
        ? new Media { Type = MediaType.Image, Url = url, Width = largest.Pixels("width"), Height = largest.Pixels("height") }
        : null;

    private static Poll? PollOf(JsonElement poll) => poll.ValueKind != JsonValueKind.Object ? null : new Poll
    {
        Options = [.. poll.Items("choices").Select(choice => new PollOption { Label = Words(choice.At("text")) ?? "", Votes = choice.Count("numVotes") })],
    };

    private static PostRef RefOf(YouTubePlatform platform, JsonElement post)
    {
        var id = post.Text("postId");
        return new PostRef
        {
            Key = id is null ? null : QuoteKey.ForPost(platform.Id, id),
            Url = id is null ? null : WebAddress.Storable($"{Site}/post/{id}"),
            Author = AuthorOf(post),
            Text = WordsOf(post)?.Value,
        };
    }

    /// <summary>A text of the page's: whole, or in runs.</summary>
    private static string? Words(JsonElement text)
    {
        if (text.Text("simpleText") is { } whole)
            return whole;
        var words = new StringBuilder();
        foreach (var run in text.Items("runs"))
            words.Append(run.Text("text"));
        return words.Length == 0 ? null : VerbatimText.Normalise(words.ToString());
    }

    /// <summary>A count that is not shortened to "1.2K".</summary>
    private static long? Whole(string? shown) => long.TryParse(shown, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) && count >= 0 ? count : null;
}
