using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>Reads a post as ActivityPub has it, which all software of the fediverse speaks.</summary>
internal static class ActivityObject
{
    private static readonly ImmutableArray<string> QuoteNames = ["quote", "quoteUrl", "quoteUri", "_misskey_quote"];

    public static SourceReading? Read(Platform platform, SourceAnswer answer, string host)
    {
        var note = answer.Json;
        if (note.Text("type") == "Tombstone")
            return SourceReading.Of(PostState.Deleted, $"A tombstone{(note.Text("deleted") is { } when ? $" of {when}" : "")}.");
        if (answer.Status == 410)
            return SourceReading.Of(PostState.Deleted, "HTTP 410 to a question in ActivityPub, which is how a server says that it deleted a post.");
        if (!answer.IsSuccess || note.Text("type") is not ("Note" or "Question" or "Article" or "Page" or "Video" or "Image") || note.Text("id") is not { } id || !Uri.TryCreate(id, UriKind.Absolute, out var own))
            return null;
        // Only its own server may speak for a post.
        return own.Host == host ? SourceReading.Live(Facts(platform, answer, note)) : SourceReading.Of(PostState.Unknown, $"The post is a copy of one at {own.Host}.");
    }

    private static PostFacts Facts(Platform platform, SourceAnswer answer, JsonElement note)
    {
        var quoted = QuotedOf(note);
        var published = note.Text("published");
        var options = note.Items("oneOf").Concat(note.Items("anyOf")).ToList();
        return answer.Facts() with
        {
            Kind = note.Text("type") == "Video" ? PostKind.Video : quoted is not null ? PostKind.Quote : note.Has("inReplyTo") ? PostKind.Reply : null,
            Author = AuthorOf(platform, note),
            Text = TextOf(note, quoted is not null),
            Card = note.Text("name") is { } title ? new LinkCard { Url = LinkIn(note) ?? AddressOf(note) ?? answer.Source.Url, Title = title } : null,
            Published = PublishedTime.FromIso(published),
            // Some software has an update for every post: the moment in which it was made.
            EditedAt = note.Text("updated") is { } updated && updated != published ? AnswerFacts.Instant(updated) : null,
            Media = [.. note.Items("attachment").Select(a => MediaOf(a, note.Is("sensitive"))).OfType<Media>()],
            Poll = options.Count == 0 ? null : new Poll
            {
                Options = [.. options.Select(o => new PollOption { Label = o.Text("name") ?? "", Votes = o.Count("replies", "totalItems") })],
                ClosesAt = AnswerFacts.Instant(note.Text("endTime")),
            },
            Quoted = quoted is null ? null : RefOf(platform, quoted),
            Thread = note.Address("inReplyTo") is { } parent ? new PostThread { Parent = RefOf(platform, parent) } : null,
        };
    }

    private static string? QuotedOf(JsonElement note)
    {
        foreach (var name in QuoteNames)
        {
            if ((note.Address(name) ?? note.Address(name, "id")) is { } quoted)
                return quoted;
        }

        return null;
    }

    private static PostRef RefOf(Platform platform, string address)
    {
        var link = platform.ReadOwnLink(address);
        return new PostRef { Url = link?.Permalink ?? address, Key = link is null ? null : QuoteKey.ForPost(link.Platform, link.NativeId) };
    }

    /// <summary>The author's address is an account's identity; where it has the form of a profile's, it also names the handle.</summary>
    private static Author? AuthorOf(Platform platform, JsonElement note)
    {
        var by = note.At("attributedTo");
        var person = by.ValueKind == JsonValueKind.Array ? by.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String || one.Text("type") == "Person").FirstOrDefault() : by;
        if ((person.Address() ?? person.Address("id")) is not { } address)
            return null;
        var uri = new Uri(address);
        var user = uri.Segments switch
        {
            ["/", ['@', .. var name]] => name.TrimEnd('/'),
            ["/", "users/" or "u/" or "user/" or "accounts/", var name] => name.TrimEnd('/'),
            _ => null,
        };
        // Misskey has an account's id in the place of its name.
        var handle = user is not null && MastodonStatus.IsUser(user) && platform.Id is not "misskey" && !MastodonStatus.IsNumber(user) ? $"{user}@{uri.Host}" : null;
        return new Author { Handle = handle, Url = (handle is null ? null : platform.ProfileOf(handle)) ?? address };
    }

    /// <summary>The words: markup as a rule, Markdown from PeerTube. What a note's summary warns of, an article's summary sums up.</summary>
    private static PostText? TextOf(JsonElement note, bool hasQuote)
    {
        var content = note.Text("content");
        var text = note.Text("mediaType") is "text/markdown" or "text/plain" ? AnswerFacts.Words(content) : MarkupWords.Read(content, element => hasQuote && CustomEmoji.IsQuoteFallback(element));
        var warning = note.Text("type") is "Note" or "Question" or "Image" ? note.Text("summary") : null;
        if (text is null)
            return warning is null ? null : new PostText { Value = "", Completeness = TextCompleteness.Absent, ContentWarning = warning };
        var language = note.At("contentMap") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String && p.Value.GetString() == content).Select(p => p.Name).FirstOrDefault() : null;
        return CustomEmoji.In(
            text.In(language) with { ContentWarning = warning },
            note.Items("tag").Where(tag => tag.Text("type") == "Emoji").Select(tag => (tag.Text("name"), tag.Address("icon", "url"))));
    }

    private static string? AddressOf(JsonElement note) => note.Address("url") ?? note.Items("url").Select(u => u.Address() ?? u.Address("href")).FirstOrDefault(u => u is not null);

    /// <summary>What a forum's post links to.</summary>
    private static string? LinkIn(JsonElement note) => note.Items("attachment").Where(a => a.Text("type") == "Link").Select(a => a.Address("href")).FirstOrDefault();

    private static Media? MediaOf(JsonElement attachment, bool isSensitive)
    {
        if (attachment.Address("url") is not { } url)
            return null;
        return new Media
        {
            Type = (attachment.Text("mediaType")?.Split('/')[0] ?? attachment.Text("type")?.ToLowerInvariant()) switch
            {
                "video" => MediaType.Video,
                "audio" => MediaType.Audio,
                "image" => MediaType.Image,
                _ => MediaType.Document,
            },
            Url = url,
            Alt = attachment.Text("name"),
            Width = attachment.Pixels("width"),
            Height = attachment.Pixels("height"),
            Sensitive = isSensitive ? true : null,
        };
    }
}
