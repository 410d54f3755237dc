using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>Where a forum of the fediverse may be asked: Lemmy's API, then ActivityPub, which its kin speak too.</summary>
internal static class LemmySources
{
    public static ImmutableArray<PostSource> Of(LemmyPlatform platform, PostLink link)
    {
        var host = new Uri(link.Permalink).Host;
        var id = link.NativeId[(link.NativeId.LastIndexOf('/') + 1)..];
        // kbin and Mbin number posts within a magazine, and have another API.
        if (link.NativeId.Contains("/m/", StringComparison.Ordinal))
            return [StatusSources.ActivityPub(platform, link)];
        var kind = link.Kind == PostKind.Comment ? "comment" : "post";
        return
        [
            new PostSource
            {
                Rule = "lemmy.api",
                Via = Via.Api,
                Url = $"https://{host}/api/v3/{kind}?id={id}",
                Gives = PostFields.All,
                Read = answer => ReadView(platform, link, answer, kind, host, id),
            },
            StatusSources.ActivityPub(platform, link),
        ];
    }

    private static SourceReading? ReadView(LemmyPlatform platform, PostLink link, SourceAnswer answer, string kind, string host, string id)
    {
        if (answer.Json.Text("error") is { } error && error.StartsWith("couldnt_find_", StringComparison.Ordinal))
            return SourceReading.Of(PostState.Gone, error);
        var view = answer.Json.At(kind + "_view");
        var thing = view.At(kind);
        if (!answer.IsSuccess || thing.Text("id") is not { } found)
            return null;
        if (found != id)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {kind} {found}.");
        var facts = kind == "comment" ? Comment(platform, answer, view, host) : Post(answer, view, link);
        var above = kind == "comment" ? Above(thing) : null;
        // What was taken away is not taken from who still gives it away; whose it was and when is no secret.
        var rest = facts with { Text = null, Card = null, Media = [] };
        return thing.Is("deleted") ? SourceReading.Of(PostState.Deleted, "Deleted by its author.") with { Facts = rest }
            : thing.Is("removed") ? SourceReading.Of(PostState.Withheld, "Removed by moderators.") with { Facts = rest }
            : SourceReading.Live(facts) with { Then = above is null ? [] : [Answered(platform, facts.Thread!, host, above)] };
    }

    /// <summary><c>0.12.34</c>: a comment, and before it those that it stands below; null for one that stands below the post alone.</summary>
    private static string? Above(JsonElement comment) => comment.Text("path")?.Split('.') is [.., { Length: > 0 } parent, _] && parent != "0" ? parent : null;

    /// <summary>The words of the comment that is answered.</summary>
    private static PostSource Answered(LemmyPlatform platform, PostThread thread, string host, string id) => new()
    {
        Rule = "lemmy.parent",
        Via = Via.Api,
        Url = $"https://{host}/api/v3/comment?id={id.Escaped()}",
        Gives = PostFields.Thread,
        Read = answer =>
        {
            var view = answer.Json.At("comment_view");
            var comment = view.At("comment");
            if (!answer.IsSuccess || comment.Text("id") != id)
                return null;
            PostState? state = comment.Is("deleted") ? PostState.Deleted : comment.Is("removed") ? PostState.Withheld : null;
            return new SourceReading
            {
                State = PostState.Unknown,
                Facts = answer.Facts() with
                {
                    Thread = thread with
                    {
                        Parent = new PostRef
                        {
                            Key = QuoteKey.ForPost(platform.Id, $"{host}/comment/{id}"),
                            Url = $"https://{host}/comment/{id}",
                            Author = AuthorOf(view.At("creator")) is { } author ? author with { Avatar = null } : null,
                            Text = state is null ? comment.Text("content") : null,
                            PublishedAt = PublishedTime.FromIso(comment.Text("published"))?.At,
                            State = state,
                        },
                    },
                },
            };
        },
    };

    private static PostFacts Post(SourceAnswer answer, JsonElement view, PostLink link)
    {
        var post = view.At("post");
        bool? isSensitive = post.Is("nsfw") ? true : null;
        return answer.Facts() with
        {
            Kind = PostKind.Post,
            Author = AuthorOf(view.At("creator")),
            Text = AnswerFacts.Words(post.Text("body")) is { } words ? words with { ContentWarning = isSensitive is true ? "nsfw" : null } : null,
            Card = post.Text("name") is { } title ? new LinkCard { Url = post.Address("url") ?? link.Permalink, Title = title, Description = post.Text("embed_description") } : null,
            Published = PublishedTime.FromIso(post.Text("published")),
            EditedAt = AnswerFacts.Instant(post.Text("updated")),
            Media = post.Address("thumbnail_url") is { } picture ? [new Media { Type = MediaType.Image, Url = picture, Alt = post.Text("alt_text"), Sensitive = isSensitive }] : [],
            Metrics = Counts(answer, view.At("counts"), "comments"),
        };
    }

    private static PostFacts Comment(LemmyPlatform platform, SourceAnswer answer, JsonElement view, string host)
    {
        var comment = view.At("comment");
        var above = Above(comment);
        return answer.Facts() with
        {
            Kind = PostKind.Comment,
            Author = AuthorOf(view.At("creator")),
            Text = AnswerFacts.Words(comment.Text("content")),
            Published = PublishedTime.FromIso(comment.Text("published")),
            EditedAt = AnswerFacts.Instant(comment.Text("updated")),
            Thread = new PostThread
            {
                Parent = above is null ? null : Ref($"comment/{above}", null),
                Root = comment.Text("post_id") is { } post ? Ref($"post/{post}", view.Text("post", "name")) : null,
            },
            Metrics = Counts(answer, view.At("counts"), "child_count"),
        };

        PostRef Ref(string path, string? title) => new() { Key = QuoteKey.ForPost(platform.Id, $"{host}/{path}"), Url = $"https://{host}/{path}", Text = title };
    }

    private static Metrics? Counts(SourceAnswer answer, JsonElement counts, string replies) =>
        new Metrics { At = answer.At, Likes = counts.Count("upvotes"), Replies = counts.Count(replies) }.OrNull();

    /// <summary>An account's address says on which server it is.</summary>
    private static Author? AuthorOf(JsonElement creator)
    {
        var address = creator.Address("actor_id");
        return new Author
        {
            Name = creator.Text("display_name") ?? creator.Text("name"),
            Handle = creator.Text("name") is { } name && address is not null ? $"{name}@{new Uri(address).Host}" : null,
            Id = creator.Text("id"),
            Url = address,
            Avatar = AnswerFacts.Avatar(creator.Text("avatar")),
        }.OrNull();
    }
}
