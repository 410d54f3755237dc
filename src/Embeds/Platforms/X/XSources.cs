using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.X;

/// <summary>
/// Where X may be asked without a key: its oEmbed endpoint, which gives the official quotation, and the syndication endpoint behind
/// its embeds, which gives the record.
/// </summary>
internal static class XSources
{
    public static ImmutableArray<PostSource> Of(XPlatform platform, PostLink link) =>
    [
        OEmbed.Of(
            platform,
            link,
            "https://publish.twitter.com/oembed?omit_script=1&dnt=true&hide_thread=true",
            PostFields.Author | PostFields.Text,
            $"https://twitter.com/{link.Handle ?? "i"}/status/{link.NativeId}",
            Refusal),
        Record(platform, link, XToken.Of(link.NativeId)),
    ];

    private static PostSource Record(XPlatform platform, PostLink link, string token) => new()
    {
        Rule = "x.syndication",
        Via = Via.Api,
        Url = $"https://cdn.syndication.twimg.com/tweet-result?id={link.NativeId}&lang=en&token={token}",
        Gives = PostFields.All,
        Read = answer => ReadRecord(platform, link, answer, token),
    };

    /// <summary>Of what is not public the oEmbed endpoint says why, as a sentence.</summary>
    private static SourceReading? Refusal(SourceAnswer answer) =>
        answer.Status == 403 && (answer.Json.Text("error") ?? answer.Json.At("errors").Item(0).Text("message")) is { } sentence ? Reason(sentence) : null;

    private static SourceReading? ReadRecord(XPlatform platform, PostLink link, SourceAnswer answer, string token)
    {
        const string anyToken = "a";
        var json = answer.Json;
        if (!answer.IsSuccess)
            return null;
        if (answer.Body.IsEmpty && token != anyToken)
            return SourceReading.Of(PostState.Unreachable, "HTTP 200 without a body") with { Then = [Record(platform, link, anyToken)] };
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        if (json.Text("__typename") == "TweetTombstone")
            return Reason(json.Text("tombstone", "text", "text") ?? "A tombstone without a reason.");
        if (json.Text("id_str") is not { } id)
            return json.EnumerateObject().Any() ? null : SourceReading.Of(PostState.Gone, "An empty record: not found, or hidden from who is not signed in.");
        return id == link.NativeId ? SourceReading.Live(Facts(platform, answer, json)) : SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
    }

    /// <summary>X's own sentences. One that says nothing definite proves nothing.</summary>
    private static SourceReading Reason(string sentence)
    {
        bool Says(string words) => sentence.Contains(words, StringComparison.OrdinalIgnoreCase);
        var state = Says("deleted by") ? PostState.Deleted
            : Says("suspended") ? PostState.Suspended
            : Says("limits who can view") || Says("protected") || Says("not authorized") ? PostState.Protected
            : Says("withheld") || Says("age-restricted") || Says("violated") ? PostState.Withheld
            : Says("no longer exists") || Says("page doesn") ? PostState.Gone
            : PostState.Unreachable;
        return SourceReading.Of(state, sentence);
    }

    private static PostFacts Facts(XPlatform platform, SourceAnswer answer, JsonElement post) => answer.Facts() with
    {
        Kind = post.Has("quoted_tweet") ? PostKind.Quote : post.Has("in_reply_to_status_id_str") ? PostKind.Reply : PostKind.Post,
        Author = AuthorOf(platform, post.At("user")),
        Text = XText.Read(post),
        Published = TimeOf(post),
        EditedAt = EditOf(platform, post),
        Media = [.. MediaOf(post)],
        Card = CardOf(post.At("card")),
        Poll = PollOf(post.At("card")),
        Quoted = post.At("quoted_tweet") is { ValueKind: JsonValueKind.Object } quoted ? RefOf(platform, quoted) : null,
        Thread = ParentOf(platform, post) is { } parent ? new PostThread { Parent = parent } : null,
        Metrics = new Metrics { At = answer.At, Likes = post.Count("favorite_count"), Replies = post.Count("conversation_count") }.OrNull(),
    };

    /// <summary>X knows seconds and writes them with three zeros behind.</summary>
    private static Published? TimeOf(JsonElement post) =>
        PublishedTime.FromIso(post.Text("created_at")?.Replace(".000Z", "Z", StringComparison.Ordinal));

    private static Author AuthorOf(XPlatform platform, JsonElement user) => new()
    {
        Name = user.Text("name"),
        Handle = AnswerFacts.Handle(user.Text("screen_name")),
        Id = user.Text("id_str"),
        Url = user.Text("screen_name") is { } handle ? platform.ProfileOf(handle) : null,
        Avatar = AnswerFacts.Avatar(user.Text("profile_image_url_https")),
        Verified = user switch
        {
            _ when user.Text("verified_type") is not null => Verification.Organisation,
            _ when user.Is("verified") || user.Is("is_blue_verified") => Verification.Platform,
            _ when user.Has("verified") || user.Has("is_blue_verified") => Verification.None,
            _ => null,
        },
    };

    /// <summary>Each edit is a post with an id of its own; the newest one's time is that of the edit.</summary>
    private static string? EditOf(XPlatform platform, JsonElement post) =>
        post.Items("edit_control", "edit_tweet_ids").Select(id => id.Text()).LastOrDefault() is { } newest && post.At("edit_control", "edit_tweet_ids").GetArrayLength() > 1
            ? platform.FromId(newest) is { } edit ? platform.TimeOf(edit)?.At : null
            : null;

    /// <summary>Each medium with its details; without them, what the player and the gallery are given.</summary>
    private static IEnumerable<Media> MediaOf(JsonElement post)
    {
        bool? isSensitive = post.Is("possibly_sensitive") ? true : null;
        var video = post.At("video");
        var details = post.Items("mediaDetails").ToList();
        if (details.Count > 0)
            return details.Select(media => MediaOf(media, isSensitive, details.Count == 1 ? video.Count("durationMs") : null));
        var photos = post.Items("photos").Select(photo => new Media { Type = MediaType.Image, Url = photo.Address("url"), Width = photo.Pixels("width"), Height = photo.Pixels("height"), Sensitive = isSensitive });
        return video.ValueKind != JsonValueKind.Object ? photos : photos.Append(new Media
        {
            Type = MediaType.Video,
            Url = video.Items("variants").LastOrDefault(v => v.Text("type") == "video/mp4").Address("src"),
            Poster = video.Address("poster"),
            DurationMs = video.Count("durationMs"),
            Sensitive = isSensitive,
        });
    }

    private static Media MediaOf(JsonElement media, bool? isSensitive, long? durationMs)
    {
        var picture = media.Address("media_url_https");
        var type = media.Text("type") switch { "video" => MediaType.Video, "animated_gif" => MediaType.Gif, _ => MediaType.Image };
        return new Media
        {
            Type = type,
            Url = type == MediaType.Image ? picture : BestFile(media) ?? picture,
            Alt = media.Text("ext_alt_text"),
            Width = media.Pixels("original_info", "width"),
            Height = media.Pixels("original_info", "height"),
            DurationMs = media.Count("video_info", "duration_millis") ?? durationMs,
            Poster = type == MediaType.Image ? null : picture,
            Sensitive = isSensitive,
        };
    }

    private static string? BestFile(JsonElement media) =>
        media.Items("video_info", "variants").Where(v => v.Text("content_type") == "video/mp4").MaxBy(v => v.Number("bitrate") ?? 0).Address("url");

    private static string? Bound(JsonElement card, string name) =>
        card.Text("binding_values", name, "string_value") ?? card.Text("binding_values", name);

    private static LinkCard? CardOf(JsonElement card)
    {
        var url = WebAddress.Storable(Bound(card, "card_url") ?? card.Text("url"));
        return url is null || Bound(card, "title") is not { } title ? null : new LinkCard { Url = url, Title = title, Description = Bound(card, "description") };
    }

    /// <summary>A poll is a card named <c>poll2choice_text_only</c> to <c>poll4choice_video</c>.</summary>
    private static Poll? PollOf(JsonElement card)
    {
        if (card.Text("name")?.StartsWith("poll", StringComparison.Ordinal) != true)
            return null;
        var options = Enumerable.Range(1, 4)
            .Select(i => (Label: Bound(card, FormattableString.Invariant($"choice{i}_label")), Votes: Bound(card, FormattableString.Invariant($"choice{i}_count"))))
            .Where(choice => choice.Label is not null)
            .Select(choice => new PollOption { Label = choice.Label!, Votes = long.TryParse(choice.Votes, NumberStyles.None, CultureInfo.InvariantCulture, out var votes) ? votes : null });
        return new Poll { Options = [.. options], ClosesAt = AnswerFacts.Instant(Bound(card, "end_datetime_utc")) };
    }

    private static PostRef RefOf(XPlatform platform, JsonElement post)
    {
        var handle = post.Text("user", "screen_name");
        return new PostRef
        {
            Key = post.Text("id_str") is { } id ? QuoteKey.ForPost(platform.Id, id) : null,
            Url = post.Text("id_str") is { } number ? $"https://x.com/{handle ?? "i"}/status/{number}" : null,
            Author = post.Has("user") ? AuthorOf(platform, post.At("user")) with { Avatar = null } : null,
            Text = XText.Read(post)?.Value,
            PublishedAt = TimeOf(post)?.At,
        };
    }

    private static PostRef? ParentOf(XPlatform platform, JsonElement post)
    {
        if (post.At("parent") is { ValueKind: JsonValueKind.Object } parent && parent.Has("id_str"))
            return RefOf(platform, parent);
        var handle = AnswerFacts.Handle(post.Text("in_reply_to_screen_name"));
        return post.Text("in_reply_to_status_id_str") is { } id
            ? new PostRef { Key = QuoteKey.ForPost(platform.Id, id), Url = $"https://x.com/{handle ?? "i"}/status/{id}", Author = new Author { Handle = handle, Id = post.Text("in_reply_to_user_id_str") }.OrNull() }
            : null;
    }
}
