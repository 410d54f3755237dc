using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>
/// Where a server of the fediverse may be asked without a key: Mastodon's status API, which its forks and Pleroma have too, then the
/// post itself as ActivityPub, which every server speaks. "Not found" is all that a server says of what is deleted, private or never was.
/// </summary>
internal static class StatusSources
{
    private const string ActivityJson = "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

    /// <param name="platform">The platform.</param>
    /// <param name="link">The post.</param>
    /// <param name="id">The server's own number of it.</param>
    public static ImmutableArray<PostSource> Of(Platform platform, PostLink link, string id)
    {
        var host = new Uri(link.Permalink).Host;
        return [Api(platform, host, id), ActivityPub(platform, link)];
    }

    public static PostSource ActivityPub(Platform platform, PostLink link) => new()
    {
        Rule = platform.Id + ".activitypub",
        Via = Via.Api,
        Url = link.Permalink,
        Gives = PostFields.Text | PostFields.Time | PostFields.Media | PostFields.Thread,
        Accept = ActivityJson,
        Read = answer => ReadObject(platform, answer, new Uri(link.Permalink).Host),
    };

    private static PostSource Api(Platform platform, string host, string id) => new()
    {
        Rule = platform.Id + ".api",
        Via = Via.Api,
        Url = $"https://{host}/api/v1/statuses/{id.Escaped()}",
        Gives = PostFields.All,
        Read = answer => ReadStatus(platform, answer, host, id),
    };

    private static SourceReading? ReadStatus(Platform platform, SourceAnswer answer, string host, string id)
    {
        var status = answer.Json;
        if (!answer.IsSuccess || status.Text("id") is not { } found || !status.Has("account"))
            return null;
        if (found != id)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {found}.");
        // Whatever a server gives away by mistake, its author did not publish it.
        return status.Text("visibility") is "private" or "direct"
            ? SourceReading.Of(PostState.Protected, $"Its visibility is \"{status.Text("visibility")}\".")
            : SourceReading.Live(Facts(platform, answer, status, host));
    }

    private static PostFacts Facts(Platform platform, SourceAnswer answer, JsonElement status, string host) => answer.Facts() with
    {
        Kind = QuotedOf(status).Has("id") ? PostKind.Quote : status.Has("in_reply_to_id") ? PostKind.Reply : status.Has("reblog") ? PostKind.Repost : PostKind.Post,
        Author = AuthorOf(status.At("account"), host),
        Text = TextOf(status),
        Published = PublishedTime.FromIso(status.Text("created_at")),
        EditedAt = AnswerFacts.Instant(status.Text("edited_at")),
        Media = [.. status.Items("media_attachments").Select(media => MediaOf(media, status.Is("sensitive")))],
        Card = status.Address("card", "url") is { } url ? new LinkCard { Url = url, Title = status.Text("card", "title"), Description = status.Text("card", "description") } : null,
        Poll = PollOf(status.At("poll")),
        Quoted = Quoted(platform, status, host),
        Thread = status.Text("in_reply_to_id") is { } parent ? new PostThread { Parent = new PostRef { Key = QuoteKey.ForPost(platform.Id, $"{host}/{parent}") } } : null,
        Metrics = new Metrics
        {
            At = answer.At,
            Replies = status.Count("replies_count"),
            Reposts = status.Count("reblogs_count"),
            Likes = status.Count("favourites_count"),
            Quotes = status.Count("quotes_count"),
        }.OrNull(),
    };

    private static Author AuthorOf(JsonElement account, string host)
    {
        var acct = AnswerFacts.Handle(account.Text("acct"));
        return new Author
        {
            Name = account.Text("display_name") ?? account.Text("username"),
            Handle = acct is null || acct.Contains('@') ? acct : $"{acct}@{host}",
            Id = account.Text("id"),
            Url = account.Address("url"),
            Avatar = AnswerFacts.Avatar(account.Text("avatar")),
        };
    }

    /// <summary>The words: markup in which links are shown in part, mentions lack their host, and a quoted post is repeated.</summary>
    private static PostText? TextOf(JsonElement status)
    {
        var hasQuote = QuotedOf(status).Has("id");
        var text = MarkupWords.Read(status.Text("content"), element => hasQuote && IsQuoteFallback(element))?.In(status.Text("language"));
        var warning = status.Text("spoiler_text");
        if (text is null)
            return warning is null ? null : new PostText { Value = "", Completeness = TextCompleteness.Absent, ContentWarning = warning };
        return text with { ContentWarning = warning, Facets = text.Facets.AddRange(EmojiIn(text.Value, status)).Sort((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End))) };
    }

    private static bool IsQuoteFallback(IElement element) => element.ClassList.Contains("quote-inline");

    /// <summary>Custom emoji stand in the words as <c>:shortcode:</c>.</summary>
    private static IEnumerable<Facet> EmojiIn(string text, JsonElement status)
    {
        var points = new CodePointIndex(text);
        foreach (var emoji in status.Items("emojis"))
        {
            if (emoji.Text("shortcode") is not { } code || emoji.Address("url") is not { } url)
                continue;
            var sign = $":{code}:";
            for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + sign.Length, StringComparison.Ordinal))
                yield return new Facet { Start = points.At(at), End = points.At(at + sign.Length), Type = FacetType.Emoji, Target = url };
        }
    }

    private static Media MediaOf(JsonElement media, bool isSensitive)
    {
        var type = media.Text("type") switch { "video" => MediaType.Video, "gifv" => MediaType.Gif, "audio" => MediaType.Audio, "image" => MediaType.Image, _ => MediaType.Document };
        return new Media
        {
            Type = type,
            Url = media.Address("url") ?? media.Address("remote_url"),
            Alt = media.Text("description"),
            Width = media.Pixels("meta", "original", "width"),
            Height = media.Pixels("meta", "original", "height"),
            Poster = type is MediaType.Video or MediaType.Gif ? media.Address("preview_url") : null,
            Sensitive = isSensitive ? true : null,
        };
    }

    private static Poll? PollOf(JsonElement poll) => poll.ValueKind != JsonValueKind.Object ? null : new Poll
    {
        Options = [.. poll.Items("options").Select(o => new PollOption { Label = o.Text("title") ?? "", Votes = o.Count("votes_count") })],
        ClosesAt = AnswerFacts.Instant(poll.Text("expires_at")),
    };

    private static JsonElement QuotedOf(JsonElement status) => status.At("quote", "quoted_status");

    private static PostRef? Quoted(Platform platform, JsonElement status, string host)
    {
        if (QuotedOf(status) is { ValueKind: JsonValueKind.Object } quoted)
        {
            return new PostRef
            {
                Key = quoted.Text("id") is { } id ? QuoteKey.ForPost(platform.Id, $"{host}/{id}") : null,
                Url = quoted.Address("url"),
                Author = AuthorOf(quoted.At("account"), host) with { Avatar = null },
                Text = TextOf(quoted)?.Value,
                PublishedAt = PublishedTime.FromIso(quoted.Text("created_at"))?.At,
            };
        }

        PostState? state = status.Text("quote", "state") switch
        {
            "deleted" => PostState.Deleted,
            "revoked" or "rejected" or "unauthorized" => PostState.Withheld,
            _ => null,
        };
        return state is null ? null : new PostRef { State = state };
    }

    private static SourceReading? ReadObject(Platform platform, SourceAnswer answer, string host)
    {
        var note = answer.Json;
        if (note.Text("type") == "Tombstone")
            return SourceReading.Of(PostState.Deleted, $"A tombstone{(note.Text("deleted") is { } when ? $" of {when}" : "")}.");
        if (answer.Status == 410)
            return SourceReading.Of(PostState.Deleted, "HTTP 410 to a question in ActivityPub, which is how a server says that it deleted a post.");
        // Only its own server may speak for a post.
        if (!answer.IsSuccess || note.Text("type") is not ("Note" or "Question" or "Article" or "Page" or "Video" or "Image") || note.Text("id") is not { } id || !Uri.TryCreate(id, UriKind.Absolute, out var own))
            return null;
        if (own.Host != host)
            return SourceReading.Of(PostState.Unknown, $"The post is a copy of one at {own.Host}.");
        return SourceReading.Live(answer.Facts() with
        {
            Kind = note.Has("inReplyTo") ? PostKind.Reply : null,
            Text = MarkupWords.Read(note.Text("content"))?.In(note.At("contentMap") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().Select(p => p.Name).FirstOrDefault() : null) is { } text
                ? text with { ContentWarning = note.Text("summary") }
                : null,
            Card = note.Text("name") is { } title ? new LinkCard { Url = note.Address("url") ?? answer.Source.Url, Title = title } : null,
            Published = PublishedTime.FromIso(note.Text("published")),
            EditedAt = AnswerFacts.Instant(note.Text("updated")),
            Media = [.. note.Items("attachment").Where(a => a.Has("url")).Select(a => AttachmentOf(a, note.Is("sensitive")))],
            Poll = note.Items("oneOf").Concat(note.Items("anyOf")).ToList() is { Count: > 0 } options
                ? new Poll { Options = [.. options.Select(o => new PollOption { Label = o.Text("name") ?? "", Votes = o.Count("replies", "totalItems") })], ClosesAt = AnswerFacts.Instant(note.Text("endTime")) }
                : null,
            Thread = note.Address("inReplyTo") is { } parent ? new PostThread { Parent = new PostRef { Url = parent, Key = platform.ReadOwnLink(parent) is { } post ? QuoteKey.ForPost(post.Platform, post.NativeId) : null } } : null,
        });
    }

    private static Media AttachmentOf(JsonElement attachment, bool isSensitive) => new()
    {
        Type = attachment.Text("mediaType")?.Split('/')[0] switch { "video" => MediaType.Video, "audio" => MediaType.Audio, "image" => MediaType.Image, _ => MediaType.Document },
        Url = attachment.Address("url"),
        Alt = attachment.Text("name"),
        Width = attachment.Pixels("width"),
        Height = attachment.Pixels("height"),
        Sensitive = isSensitive ? true : null,
    };
}
