using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>Where a server of Misskey's kin may be asked: its API, whose words are as they were written, then ActivityPub.</summary>
internal static class MisskeySources
{
    public static ImmutableArray<PostSource> Of(MisskeyPlatform platform, PostLink link)
    {
        var host = new Uri(link.Permalink).Host;
        var id = link.NativeId[(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return
        [
            new PostSource
            {
                Rule = "misskey.api",
                Via = Via.Api,
                Url = $"https://{host}/api/notes/show",
                // Letters and digits: nothing to escape.
                Body = $"{{\"noteId\":\"{id}\"}}",
                Gives = PostFields.All,
                Read = answer => ReadNote(platform, answer, host, id),
            },
            StatusSources.ActivityPub(platform, link),
        ];
    }

    private static SourceReading? ReadNote(MisskeyPlatform platform, SourceAnswer answer, string host, string id)
    {
        var note = answer.Json;
        if (note.Text("error", "code") == "NO_SUCH_NOTE")
            return SourceReading.Of(PostState.Gone, "NO_SUCH_NOTE");
        if (!answer.IsSuccess || note.Text("id") is not { } found || !note.Has("user"))
            return null;
        if (found != id)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {found}.");
        return note.Text("visibility") is "followers" or "specified"
            ? SourceReading.Of(PostState.Protected, $"Its visibility is \"{note.Text("visibility")}\".")
            : SourceReading.Live(Facts(platform, answer, note, host));
    }

    private static PostFacts Facts(MisskeyPlatform platform, SourceAnswer answer, JsonElement note, string host)
    {
        var renote = note.At("renote");
        var isPassedOn = renote.Has("id") && note.Text("text") is null;
        return answer.Facts() with
        {
            Kind = isPassedOn ? PostKind.Repost : renote.Has("id") ? PostKind.Quote : note.Has("reply", "id") || note.Has("replyId") ? PostKind.Reply : PostKind.Post,
            Author = AuthorOf(note.At("user"), host, withAvatar: true),
            Text = TextOf(note, host),
            Published = PublishedTime.FromIso(note.Text("createdAt")),
            Media = [.. note.Items("files").Select(MediaOf).OfType<Media>()],
            Poll = PollOf(note.At("poll")),
            Quoted = renote.Has("id") ? RefOf(platform, renote, host) : null,
            Thread = note.Has("reply", "id") ? new PostThread { Parent = RefOf(platform, note.At("reply"), host) }
                : note.Text("replyId") is { } parent ? new PostThread { Parent = new PostRef { Key = QuoteKey.ForPost(platform.Id, $"{host}/{parent}") } } : null,
            Metrics = new Metrics { At = answer.At, Replies = note.Count("repliesCount"), Reposts = note.Count("renoteCount") }.OrNull(),
        };
    }

    /// <summary>An account of this server has no host in the answer.</summary>
    private static Author AuthorOf(JsonElement user, string host, bool withAvatar)
    {
        var handle = AnswerFacts.Handle(user.Text("username")) is { } name ? $"{name}@{user.Text("host") ?? host}" : null;
        return new Author
        {
            Name = user.Text("name") ?? user.Text("username"),
            Handle = handle,
            Id = user.Text("id"),
            Url = handle is null ? null : FediverseHandle.ProfileOf(handle),
            Avatar = withAvatar ? AnswerFacts.Avatar(user.Text("avatarUrl")) : null,
        };
    }

    /// <summary>Words in Misskey's own markup, with the names and tags that a reader sees in them.</summary>
    private static PostText? TextOf(JsonElement note, string host)
    {
        var warning = note.Text("cw");
        if (AnswerFacts.Words(note.Text("text")) is not { } text)
            return warning is null ? null : new PostText { Value = "", Completeness = TextCompleteness.Absent, ContentWarning = warning };
        text = SignFacets.In(text, name => FediverseHandle.ProfileOf(name.Contains('@') ? name : $"{name}@{host}")) with { ContentWarning = warning };
        return note.At("emojis") is { ValueKind: JsonValueKind.Object } emoji ? CustomEmoji.In(text, emoji.EnumerateObject().Select(e => ((string?)e.Name, e.Value.Address()))) : text;
    }

    private static Media? MediaOf(JsonElement file)
    {
        if (file.Address("url") is not { } url)
            return null;
        var type = file.Text("type")?.Split('/')[0] switch { "image" => MediaType.Image, "video" => MediaType.Video, "audio" => MediaType.Audio, _ => MediaType.Document };
        return new Media
        {
            Type = type,
            Url = url,
            Alt = file.Text("comment"),
            Width = file.Pixels("properties", "width"),
            Height = file.Pixels("properties", "height"),
            Poster = type == MediaType.Video ? file.Address("thumbnailUrl") : null,
            Sensitive = file.Is("isSensitive") ? true : null,
        };
    }

    private static Poll? PollOf(JsonElement poll) => poll.ValueKind != JsonValueKind.Object ? null : new Poll
    {
        Options = [.. poll.Items("choices").Select(choice => new PollOption { Label = choice.Text("text") ?? "", Votes = choice.Count("votes") })],
        ClosesAt = AnswerFacts.Instant(poll.Text("expiresAt")),
    };

    private static PostRef RefOf(MisskeyPlatform platform, JsonElement note, string host) => new()
    {
        Key = note.Text("id") is { } id ? QuoteKey.ForPost(platform.Id, $"{host}/{id}") : null,
        // A note of another server has its own address there.
        Url = note.Address("uri") ?? (note.Text("id") is { } here ? $"https://{host}/notes/{here.Escaped()}" : null),
        Author = AuthorOf(note.At("user"), host, withAvatar: false).OrNull(),
        Text = note.Text("text"),
        PublishedAt = PublishedTime.FromIso(note.Text("createdAt"))?.At,
    };
}
