using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Substack's notes, comments and chat posts. What its letters publish are articles and no posts.</summary>
internal sealed class SubstackPlatform : Platform
{
    private const int MaxJson = 64 * 1024;

    /// <inheritdoc/>
    public override string Id => "substack";

    /// <inheritdoc/>
    public override string Name => "Substack";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["substack.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("substack-post-embed"), EmbedMark.Attribute("data-attrs")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Host switch
    {
        "substack.com" or "www.substack.com" => address.Segments switch
        {
            ["note", var id, ..] => Note(address, id, null),
            [['@', .. var handle], "note", var id, ..] => Note(address, id, handle),
            ["profile", var person, "note", var id, ..] => Note(address, id, person.Split('-', 2) is [_, var handle] ? handle : null),
            _ => null,
        },
        "open.substack.com" => address.Segments switch
        {
            ["pub", var letter, "p", var slug, "comment", var id, ..] when IsName(letter) => Comment(address, $"{letter.ToLowerInvariant()}.substack.com", slug, id),
            ["chat", "posts", var id, ..] => ChatPost(id, address.Text),
            _ => null,
        },
        // A letter has a name below substack.com, or a domain of its own.
        _ => address.Segments is ["p", var slug, "comment", var id, ..] ? Comment(address, address.Host, slug, id) : null,
    };

    /// <summary>A note's id begins with <c>c-</c>; what begins with <c>p-</c> is an article passed on.</summary>
    private static PostLink? Note(WebAddress address, string id, string? handle)
    {
        if (!id.StartsWith("c-", StringComparison.Ordinal) || !IsNumber(id[2..]) || handle is not null && !IsName(handle))
            return null;
        handle = handle?.ToLowerInvariant();
        var permalink = handle is null ? $"https://substack.com/note/{id}" : $"https://substack.com/@{handle}/note/{id}";
        return new PostLink { Platform = "substack", NativeId = id, Permalink = permalink, Handle = handle, Seen = address.Text };
    }

    private static PostLink? Comment(WebAddress address, string host, string slug, string id) =>
        IsNumber(id) && IsName(slug) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? new PostLink { Platform = "substack", NativeId = "c-" + id, Permalink = $"https://{host}/p/{slug}/comment/{id}", Kind = PostKind.Comment, Seen = address.Text }
            : null;

    private static PostLink? ChatPost(string id, string? seen)
    {
        if (!Guid.TryParseExact(id, "D", out var uuid))
            return null;
        var permalink = $"https://open.substack.com/chat/posts/{uuid:D}";
        return new PostLink { Platform = "substack", NativeId = uuid.ToString("D"), Permalink = permalink, Seen = seen ?? permalink };
    }

    private static bool IsNumber(string text) => text.Length is >= 1 and <= 18 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsName(string text) => text.Length is >= 1 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://substack.com/@{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link)
    {
        // Chat posts are open to nobody without an account.
        if (!link.NativeId.StartsWith("c-", StringComparison.Ordinal))
            return [];
        var api = new PostSource
        {
            Rule = "substack.api",
            Via = Via.Api,
            Url = $"https://substack.com/api/v1/reader/comment/{link.NativeId[2..]}",
            Gives = PostFields.Author | PostFields.Text | PostFields.Time,
            Read = answer => ReadComment(link, answer),
        };
        // The page of a comment is that of the article above it.
        return link.Kind == PostKind.Comment ? [api] :
        [
            new PostSource
            {
                Rule = "substack.page",
                Via = Via.Opengraph,
                Url = link.Permalink,
                Gives = PostFields.Author | PostFields.Text | PostFields.Time,
                Accept = PostSource.Page,
                Read = answer => ReadNote(link, answer),
            },
            api,
        ];
    }

    /// <summary>The page shows other notes before and after its own, each with its data.</summary>
    private SourceReading? ReadNote(PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess)
            return null;
        var note = PostPage.JsonLd(answer.Page).FirstOrDefault(thing => thing.Text("identifier") == link.NativeId);
        if (note.ValueKind == JsonValueKind.Object)
        {
            var author = note.At("author");
            return SourceReading.Live(answer.Facts() with
            {
                Via = Via.JsonLd,
                Author = new Author { Name = author.Text("name"), Id = author.Text("identifier"), Url = author.Address("url") }.OrNull(),
                Text = AnswerFacts.Words(note.Text("text")),
                Published = PublishedTime.FromIso(note.Text("dateCreated") ?? note.Text("datePublished")),
            });
        }

        // "Ada Example (@ada)", and the words cut short.
        var title = PostPage.Meta(answer.Page, "og:title");
        if (title?.LastIndexOf(" (@", StringComparison.Ordinal) is not (> 0 and var at) || !title.EndsWith(')') || PostPage.Meta(answer.Page, "og:url") is not { } own || ReadOwnLink(own)?.NativeId != link.NativeId)
            return null;
        var handle = AnswerFacts.Handle(title[(at + 2)..^1]);
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = title[..at], Handle = handle, Url = handle is null ? null : ProfileOf(handle) },
            Text = AnswerFacts.Words(PostPage.Meta(answer.Page, "og:description"), completeness: TextCompleteness.Truncated),
        });
    }

    private SourceReading? ReadComment(PostLink link, SourceAnswer answer)
    {
        var comment = answer.Json.At("item", "comment");
        if (!answer.IsSuccess || comment.Text("id") is not { } id)
            return null;
        if ("c-" + id != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about c-{id}.");
        var handle = AnswerFacts.Handle(comment.Text("handle"));
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = comment.Text("name"), Handle = handle, Id = comment.Text("user_id"), Url = handle is null ? null : ProfileOf(handle), Avatar = AnswerFacts.Avatar(comment.Text("photo_url")) }.OrNull(),
            Text = AnswerFacts.Words(comment.Text("body")),
            Published = PublishedTime.FromIso(comment.Text("date")),
        });
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) =>
        element.HasAttribute("data-attrs") ? ReadRecord(element) : element.LocalName is "script" or "body" or "html" ? null : ReadCard(element);

    /// <summary>The official code for other sites: two lines and a link. They are the card's, cut and mixed with the author's name as it likes.</summary>
    private EmbedReading? ReadCard(IElement card)
    {
        if (ReadOwnLink(card.QuerySelector("a[data-comment-link], a[href]")?.GetAttribute("href")) is not { } link)
            return null;
        var lines = card.QuerySelectorAll("p").Select(p => MarkupText.Of(p).Text).Where(t => t.Length > 0).Take(2).ToArray();
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Blockquote,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "substack.card",
                Card = lines.Length == 0 ? null : new LinkCard { Url = link.Permalink, Title = lines[0], Description = lines.Length > 1 ? lines[1] : null },
            },
        };
    }

    /// <summary>In its own letters: an empty element with the whole comment or chat post as JSON.</summary>
    private EmbedReading? ReadRecord(IElement element)
    {
        if (element.GetAttribute("data-component-name") is not ("CommentPlaceholder" or "CommunityPostPlaceholder") || element.GetAttribute("data-attrs") is not { Length: < MaxJson } json)
            return null;
        try
        {
            using var record = JsonDocument.Parse(json);
            return ReadRecord(record.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private EmbedReading? ReadRecord(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object || (Member(record, "comment") ?? Member(record, "communityPost")) is not { ValueKind: JsonValueKind.Object } post)
            return null;
        var link = Text(record, "postId") is { } chat ? ChatPost(chat, null) : Text(post, "id") is { } id && IsNumber(id) ? OfComment(Text(record, "url"), id) : null;
        if (link is null)
            return null;
        var (name, account) = (Text(post, "name"), Text(post, "user_id"));
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.CmsWrapper,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "substack.record",
                Author = name is null && account is null ? null : new Author { Name = name, Id = account },
                Text = Text(post, "body") is { } words ? new PostText { Value = VerbatimText.Normalise(words.Trim()), Completeness = TextCompleteness.Full } : null,
                Published = PublishedTime.FromIso(Text(post, "date") ?? Text(post, "created_at")),
            },
        };
    }

    /// <summary>The record's address is that of the article which the comment stands below, or a note's own.</summary>
    private PostLink? OfComment(string? url, string id)
    {
        if (ReadOwnLink(url) is { } own && own.NativeId == "c-" + id)
            return own;
        var made = WebAddress.TryParse(url, out var article) && article.Segments is ["p", var slug, ..] ? $"https://{article.Host}/p/{slug}/comment/{id}" : $"https://substack.com/note/c-{id}";
        return WebAddress.TryParse(made, out var address) ? ReadLink(address) : null;
    }

    private static JsonElement? Member(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement record, string name) => Member(record, name) switch
    {
        { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => text.GetString(),
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
