using System.Collections.Immutable;
using System.Text.Json;
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
    public static ImmutableArray<PostSource> Of(Platform platform, PostLink link, string id) => [Api(platform, link, id), ActivityPub(platform, link)];

    /// <summary>The status API alone, for servers that speak with no others.</summary>
    public static PostSource Api(Platform platform, PostLink link, string id)
    {
        var host = new Uri(link.Permalink).Host;
        return new PostSource
        {
            Rule = platform.Id + ".api",
            Via = Via.Api,
            Url = $"https://{host}/api/v1/statuses/{id.Escaped()}",
            Gives = PostFields.All,
            Read = answer => ReadStatus(platform, answer, host, id),
        };
    }

    /// <summary>The post itself. A server that signs in whoever asks in this way still shows its public pages to everybody.</summary>
    public static PostSource ActivityPub(Platform platform, PostLink link) => new()
    {
        Rule = platform.Id + ".activitypub",
        Via = Via.Api,
        Url = link.Permalink,
        Gives = PostFields.Text | PostFields.Time | PostFields.Media | PostFields.Thread,
        Accept = ActivityJson,
        Read = answer => answer.Status is 401 or 403 or 406
            ? SourceReading.Of(PostState.Unreachable, FormattableString.Invariant($"HTTP {answer.Status} to a question in ActivityPub.")) with { Then = StatusPage.Of(platform, link) }
            : ActivityObject.Read(platform, answer, new Uri(link.Permalink).Host),
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
            : SourceReading.Live(Facts(platform, answer, status, host)) with
            {
                Then = !IsOneHost(platform) && ParentOf(platform, status, host) is { } parent ? [Context(platform, host, id, status.Text("in_reply_to_id"), parent)] : [],
            };
    }

    /// <summary>The conversation in which an answer stands: what it answers, and how it began. What is not public any more is not in it.</summary>
    private static PostSource Context(Platform platform, string host, string id, string? parentId, PostRef named) => new()
    {
        Rule = platform.Id + ".context",
        Via = Via.Api,
        Url = $"https://{host}/api/v1/statuses/{id.Escaped()}/context",
        Gives = PostFields.Thread,
        Read = answer =>
        {
            if (!answer.IsSuccess || !answer.Json.Has("ancestors"))
                return null;
            var above = answer.Json.Items("ancestors").ToList();
            var parent = above.Find(status => status.Text("id") == parentId);
            var isRoot = above.Count > 1 && !above[0].Has("in_reply_to_id") && above[0].Text("id") != parentId;
            return new SourceReading
            {
                State = PostState.Unknown,
                Facts = answer.Facts() with
                {
                    Thread = new PostThread
                    {
                        Parent = parent.ValueKind == JsonValueKind.Object ? RefOf(platform, parent, host) : named with { State = PostState.Gone },
                        Root = isRoot ? RefOf(platform, above[0], host) : null,
                    },
                },
            };
        },
    };

    private static PostFacts Facts(Platform platform, SourceAnswer answer, JsonElement status, string host) => answer.Facts() with
    {
        Kind = status.Has("reblog") ? PostKind.Repost : HasQuote(status) ? PostKind.Quote : status.Has("in_reply_to_id") ? PostKind.Reply : PostKind.Post,
        Author = AuthorOf(platform, status.At("account"), host),
        // Who passes a post on adds no word to it.
        Text = status.Has("reblog") ? null : TextOf(status),
        Published = PublishedTime.FromIso(status.Text("created_at")),
        EditedAt = AnswerFacts.Instant(status.Text("edited_at")),
        Media = [.. status.Items("media_attachments").Select(media => MediaOf(media, status.Is("sensitive")))],
        Card = status.Address("card", "url") is { } url ? new LinkCard { Url = url, Title = status.Text("card", "title"), Description = status.Text("card", "description") } : null,
        Poll = PollOf(status.At("poll")),
        Quoted = status.At("reblog") is { ValueKind: JsonValueKind.Object } passedOn ? RefOf(platform, passedOn, host) : Quoted(platform, status, host),
        Thread = ParentOf(platform, status, host) is { } parent ? new PostThread { Parent = parent } : null,
        Metrics = new Metrics
        {
            At = answer.At,
            Replies = status.Count("replies_count"),
            Reposts = status.Count("reblogs_count"),
            Likes = status.Count("favourites_count"),
            Quotes = status.Count("quotes_count"),
        }.OrNull(),
    };

    private static Author AuthorOf(Platform platform, JsonElement account, string host)
    {
        var acct = AnswerFacts.Handle(account.Text("acct"));
        return new Author
        {
            // Who has no name is shown by the account's; an account in a list of mentions has none to be known by.
            Name = account.Text("display_name") ?? (account.Has("display_name") ? account.Text("username") : null),
            Handle = acct is null || acct.Contains('@') || IsOneHost(platform) ? acct : $"{acct}@{host}",
            Id = account.Text("id"),
            Url = account.Address("url"),
            Avatar = AnswerFacts.Avatar(account.Text("avatar")),
        };
    }

    /// <summary>The words: markup in which links are shown in part, mentions lack their host, and a quoted post is repeated.</summary>
    private static PostText? TextOf(JsonElement status)
    {
        var hasQuote = HasQuote(status);
        var text = MarkupWords.Read(status.Text("content"), element => hasQuote && CustomEmoji.IsQuoteFallback(element))?.In(status.Text("language"));
        var warning = status.Text("spoiler_text");
        if (text is null)
            return warning is null ? null : new PostText { Value = "", Completeness = TextCompleteness.Absent, ContentWarning = warning };
        return CustomEmoji.In(text with { ContentWarning = warning }, status.Items("emojis").Select(emoji => (emoji.Text("shortcode"), emoji.Address("url"))));
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

    /// <summary>The quoted post: whole, or by its number alone. On Truth Social it stands in the quote's own place.</summary>
    private static JsonElement QuotedOf(JsonElement status) =>
        status.At("quote") is var quote && quote.Has("account") ? quote : quote.At("quoted_status");

    private static bool HasQuote(JsonElement status) => QuotedOf(status).Has("id") || status.Has("quote", "quoted_status_id");

    private static PostRef? Quoted(Platform platform, JsonElement status, string host)
    {
        PostState? state = status.Text("quote", "state") switch
        {
            "deleted" => PostState.Deleted,
            "revoked" or "rejected" or "unauthorized" => PostState.Withheld,
            { } other when other.StartsWith("blocked_", StringComparison.Ordinal) => PostState.Withheld,
            _ => null,
        };
        if (QuotedOf(status) is { ValueKind: JsonValueKind.Object } quoted)
            return RefOf(platform, quoted, host) with { State = state };
        var key = status.Text("quote", "quoted_status_id") is { } id ? KeyOf(platform, host, id) : null;
        return state is null && key is null ? null : new PostRef { Key = key, State = state };
    }

    private static PostRef RefOf(Platform platform, JsonElement status, string host) => new()
    {
        Key = status.Text("id") is { } id ? KeyOf(platform, host, id) : null,
        Url = status.Address("url"),
        Author = AuthorOf(platform, status.At("account"), host) with { Avatar = null },
        Text = TextOf(status)?.Value,
        PublishedAt = PublishedTime.FromIso(status.Text("created_at"))?.At,
    };

    private static string? KeyOf(Platform platform, string host, string id) => QuoteKey.ForPost(platform.Id, IsOneHost(platform) ? id : $"{host}/{id}");

    /// <summary>A fork on one host alone names its posts by their number and its accounts without a host.</summary>
    private static bool IsOneHost(Platform platform) => platform.Domains.Length == 1;

    /// <summary>What a post answers is named by numbers; who wrote it is mostly among those whom it mentions.</summary>
    private static PostRef? ParentOf(Platform platform, JsonElement status, string host)
    {
        if (status.Text("in_reply_to_id") is not { } parent)
            return null;
        var account = status.Text("in_reply_to_account_id");
        var known = account is null ? default : status.Items("mentions").Append(status.At("account")).FirstOrDefault(who => who.Text("id") == account);
        return new PostRef
        {
            Key = KeyOf(platform, host, parent),
            // The server's own view of it, also where it is a copy.
            Url = known.Text("acct") is { } acct && WebAddress.TryParse($"https://{host}/@{acct}/{parent}", out var view) ? platform.ReadLink(view)?.Permalink : null,
            Author = known.ValueKind == JsonValueKind.Object ? AuthorOf(platform, known, host) with { Avatar = null } : account is null ? null : new Author { Id = account },
        };
    }
}
