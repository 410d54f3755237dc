using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where Tumblr may be asked without a key: oEmbed, which names the blog; the first version of its API; the post's page.</summary>
internal static class TumblrSources
{
    public static ImmutableArray<PostSource> Of(TumblrPlatform platform, PostLink link)
    {
        var page = PostPage.Of(platform, link, gives: PostFields.Author | PostFields.Text | PostFields.Time | PostFields.Media, read: answer => ReadPage(platform, link, answer));
        // The frame's address is no post's to the endpoint.
        if (new Uri(link.Permalink).Host == "embed.tumblr.com")
            return [page];
        var oembed = OEmbed.Of(platform, link, "https://www.tumblr.com/oembed/1.0", PostFields.Author);
        return link.Handle is { } blog ? [oembed, Api(platform, link, blog), page] : [oembed, page];
    }

    private static PostSource Api(TumblrPlatform platform, PostLink link, string blog) => new()
    {
        Rule = "tumblr.api",
        Via = Via.Api,
        Url = $"https://{blog}.tumblr.com/api/read/json?id={link.NativeId}",
        Gives = PostFields.Text | PostFields.Time | PostFields.Media,
        Read = answer => ReadApi(platform, link, answer, blog),
    };

    /// <summary>JSON behind <c>var tumblr_api_read = </c>.</summary>
    private static SourceReading? ReadApi(TumblrPlatform platform, PostLink link, SourceAnswer answer, string blog)
    {
        if (!answer.IsSuccess || ScriptJson.After(answer.Text, "tumblr_api_read = ") is not { } read)
            return null;
        var post = read.At("posts").Item(0);
        if (post.Text("id") is not { } id)
            return null;
        if (id != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
        // What is passed on is another blog's, and the answer does not tell whose words are whose.
        var source = post.Text("reblogged-root-name") ?? post.Text("reblogged-from-name");
        var title = post.Text("regular-title");
        return SourceReading.Live(answer.Facts() with
        {
            Kind = source is not null ? PostKind.Repost : post.Text("type") == "photo" ? PostKind.Photo : PostKind.Post,
            Author = new Author { Name = read.Text("tumblelog", "title"), Handle = read.Text("tumblelog", "name") ?? blog, Url = platform.ProfileOf(read.Text("tumblelog", "name") ?? blog) },
            Text = source is null ? MarkupWords.Read(post.Text("regular-body") ?? post.Text("photo-caption") ?? post.Text("quote-text")) : null,
            Card = title is null || source is not null ? null : new LinkCard { Url = link.Permalink, Title = title },
            Published = AnswerFacts.Seconds(post.Number("unix-timestamp")) ?? PublishedTime.FromIso(post.Text("date-gmt")?.Replace(" GMT", "Z", StringComparison.Ordinal)),
            Media = [.. Pictures(post)],
            Quoted = source is null ? null : new PostRef { Author = new Author { Handle = source, Url = platform.ProfileOf(source) }, Url = post.Address("reblogged-root-url") ?? post.Address("reblogged-from-url") },
        });
    }

    private static IEnumerable<Media> Pictures(JsonElement post)
    {
        var photos = post.Items("photos").ToList();
        foreach (var photo in photos.Count > 0 ? photos : [post])
        {
            if (photo.Address("photo-url-1280") is { } url)
                yield return new Media { Type = MediaType.Image, Url = url, Alt = photos.Count > 0 ? photo.Text("caption") : null, Width = photo.Pixels("width"), Height = photo.Pixels("height") };
        }
    }

    /// <summary>In its structured data the author is a blog's name and no object.</summary>
    private static SourceReading? ReadPage(TumblrPlatform platform, PostLink link, SourceAnswer answer)
    {
        if (PostPage.Read(platform, link, answer) is not { Facts: { } facts } reading)
            return null;
        var handle = PostPage.JsonLd(answer.Page).Select(thing => thing.At("author").ValueKind == JsonValueKind.String ? AnswerFacts.Handle(thing.Text("author")) : null).FirstOrDefault(name => name is not null);
        return handle is null ? reading : reading with { Facts = facts with { Author = new Author { Handle = handle, Url = platform.ProfileOf(handle) } } };
    }
}
