using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>Where Threads may be asked without a key: oEmbed, which says whether the post stands and no word of it, and the data in its page.</summary>
internal static class ThreadsSources
{
    public static ImmutableArray<PostSource> Of(ThreadsPlatform platform, PostLink link) =>
    [
        MetaOEmbed.Of(platform, link, "https://graph.threads.com/oembed?maxwidth=658", PostFields.None),
        new PostSource
        {
            Rule = "threads.page",
            Via = Via.Opengraph,
            Url = link.Permalink,
            Gives = PostFields.All,
            Accept = PostSource.Page,
            Read = answer => ReadPage(platform, link, answer),
        },
    ];

    private static SourceReading? ReadPage(ThreadsPlatform platform, PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess)
            return null;
        foreach (var chain in PageData.Objects(answer.Page).Where(o => o.Has("thread_items")))
        {
            var posts = chain.Items("thread_items").Select(item => item.At("post")).ToList();
            if (posts.FindIndex(post => post.Text("code") == link.NativeId) is var at and >= 0)
                return posts[at].Is("is_post_unavailable") ? Unavailable("is_post_unavailable") : SourceReading.Live(Facts(platform, answer, posts, at));
        }

        if (PageData.Says(answer.Page, "Post unavailable", "Sorry, this page isn't available") is { } sentence)
            return Unavailable($"\"{sentence}\"");
        return FromHead(platform, link, answer);
    }

    private static SourceReading Unavailable(string evidence) => SourceReading.Of(PostState.Gone, evidence);

    private static PostFacts Facts(ThreadsPlatform platform, SourceAnswer answer, List<JsonElement> posts, int at)
    {
        var post = posts[at];
        var more = post.At("text_post_app_info");
        var quoted = more.At("share_info", "quoted_post");
        return answer.Facts() with
        {
            Via = Via.JsonLd,
            Kind = quoted.Has("code") ? PostKind.Quote : at > 0 || more.Is("is_reply") ? PostKind.Reply : PostKind.Post,
            Author = MetaMedia.AuthorOf(platform, post.At("user")),
            Text = TextOf(platform, post),
            Published = AnswerFacts.Seconds(post.Number("taken_at")),
            Media = [.. MetaMedia.Of(post)],
            Quoted = quoted.ValueKind == JsonValueKind.Object ? RefOf(platform, quoted) : null,
            Thread = ThreadOf(platform, posts, at, more),
            Metrics = new Metrics
            {
                At = answer.At,
                Likes = post.Count("like_count"),
                Replies = more.Count("direct_reply_count"),
                Reposts = more.Count("repost_count"),
                Quotes = more.Count("quote_count"),
            }.OrNull(),
        };
    }

    /// <summary>The words in pieces, each of which says what it is; one after the other they are the text.</summary>
    private static PostText? TextOf(ThreadsPlatform platform, JsonElement post)
    {
        var pieces = post.Items("text_post_app_info", "text_fragments", "fragments").ToList();
        var caption = post.Text("caption", "text");
        var words = new StringBuilder();
        var spans = new List<(int Start, int End, Facet Facet)>();
        foreach (var piece in pieces)
        {
            var start = words.Length;
            words.Append(piece.Text("plaintext") ?? piece.Text("link_fragment", "display_text") ?? (piece.At("plaintext").ValueKind == JsonValueKind.String ? piece.At("plaintext").GetString() : null));
            if (FacetOf(platform, piece) is { } facet && words.Length > start)
                spans.Add((start, words.Length, facet));
        }

        var value = words.ToString();
        if (string.IsNullOrWhiteSpace(value))
            return AnswerFacts.Words(caption) is { } plain ? SignFacets.In(plain, platform.ProfileOf) : null;
        var facets = new FacetList(value, OffsetUnit.Utf16);
        foreach (var (start, end, facet) in spans)
            facets.Add(start, end, facet);
        return new PostText { Value = VerbatimText.Normalise(value), Completeness = TextCompleteness.Full, Facets = facets.ToImmutable() };
    }

    private static Facet? FacetOf(ThreadsPlatform platform, JsonElement piece) => piece.Text("fragment_type") switch
    {
        "mention" when AnswerFacts.Handle(piece.Text("mention_fragment", "mentioned_user", "username") ?? piece.Text("plaintext")) is { } who => FacetList.Of(FacetType.Mention, platform.ProfileOf(who)),
        "link" => FacetList.Of(FacetType.Link, piece.Address("link_fragment", "url"), display: piece.Text("link_fragment", "display_text")),
        "tag" => FacetList.Of(FacetType.Hashtag, piece.Text("plaintext")?.Trim().TrimStart('#')),
        _ => null,
    };

    private static PostThread? ThreadOf(ThreadsPlatform platform, List<JsonElement> posts, int at, JsonElement more)
    {
        if (at > 0)
            return new PostThread { Parent = RefOf(platform, posts[at - 1]), Root = at > 1 ? RefOf(platform, posts[0]) : null };
        return AnswerFacts.Handle(more.Text("reply_to_author", "username")) is { } who
            ? new PostThread { Parent = new PostRef { Author = new Author { Handle = who, Url = platform.ProfileOf(who) } } }
            : null;
    }

    private static PostRef RefOf(ThreadsPlatform platform, JsonElement post)
    {
        var handle = AnswerFacts.Handle(post.Text("user", "username"));
        var link = post.Text("code") is { } code ? platform.ReadOwnLink(handle is null ? $"https://www.threads.com/t/{code}" : $"https://www.threads.com/@{handle}/post/{code}") : null;
        return new PostRef
        {
            Key = link is null ? null : QuoteKey.ForPost(platform.Id, link.NativeId),
            Url = link?.Permalink,
            Author = MetaMedia.AuthorOf(platform, post.At("user")) is { } author ? author with { Avatar = null } : null,
            Text = TextOf(platform, post)?.Value,
            PublishedAt = AnswerFacts.InstantOfSeconds(post.Number("taken_at")),
            State = post.Is("is_post_unavailable") ? PostState.Gone : null,
        };
    }

    /// <summary>What the head says: <c>Ada (@ada) on Threads</c> and the words, cut where they are long.</summary>
    private static SourceReading? FromHead(ThreadsPlatform platform, PostLink link, SourceAnswer answer)
    {
        const string tail = ") on Threads";
        var page = answer.Page;
        // Who may not see a post is sent to its author's page, or to the front one.
        if (PostPage.Meta(page, "og:title") is not { } title || title.LastIndexOf(tail, StringComparison.Ordinal) is not (> 0 and var end)
            || title.LastIndexOf("(@", end, StringComparison.Ordinal) is not (>= 0 and var open)
            || PostPage.Meta(page, "og:url") is { } own && platform.ReadOwnLink(own)?.NativeId != link.NativeId)
        {
            return null;
        }

        var words = AnswerFacts.Words(PostPage.Meta(page, "og:description"), completeness: TextCompleteness.Unknown);
        if (words?.Value is [.., '…'] or [.., '.', '.', '.'])
            words = words with { Completeness = TextCompleteness.Truncated };
        var handle = AnswerFacts.Handle(title[(open + 1)..end]);
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = title[..open].Trim() is { Length: > 0 } name ? name : null, Handle = handle, Url = handle is null ? null : platform.ProfileOf(handle) }.OrNull(),
            Text = words is null ? null : SignFacets.In(words, platform.ProfileOf),
            Media = WebAddress.Storable(PostPage.Meta(page, "og:image")) is { } picture ? [new Media { Type = MediaType.Image, Url = picture, Alt = PostPage.Meta(page, "og:image:alt") }] : [],
        });
    }
}
