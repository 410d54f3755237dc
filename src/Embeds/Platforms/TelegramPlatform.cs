using System.Buffers;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Telegram: posts of public channels and groups. The official code is a script that names the post.</summary>
internal sealed class TelegramPlatform : Platform
{
    private const string FrameIdPrefix = "telegram-post-";
    private static readonly SearchValues<char> ChannelChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <inheritdoc/>
    public override string Id => "telegram";

    /// <inheritdoc/>
    public override string Name => "Telegram";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["t.me", "telegram.me", "telegram.dog"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Attribute("data-telegram-post"), EmbedMark.IdPrefix(FrameIdPrefix), EmbedMark.Class("tgme_widget_message")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        // ferry_news.t.me is an account under a name of its own; its paths are not these.
        _ when address.Host.AsSpan().Count('.') > 1 && !address.Host.StartsWith("www.", StringComparison.Ordinal) => null,
        // Private groups, invitations and things that are shared are no channels.
        ["c" or "joinchat" or "share" or "proxy" or "socks" or "iv" or "addstickers" or "addemoji" or "addtheme" or "addlist" or "setlanguage" or "bg" or "login" or "confirmphone" or "boost" or "giftcode" or "invoice", ..] => null,
        ["s", var channel, var number] => Link(address.Text, channel, number, address.Query("comment")),
        [var channel, var number] => Link(address.Text, channel, number, address.Query("comment")),
        // A group with topics: the last number is the message's, and its author one of many.
        [var group, var topic, var number] when IsNumber(topic) && Link(address.Text, group, number, null) is { } message => message with { Handle = null },
        _ => null,
    };

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => id.Split('/') is [var channel, var number] ? Link(null, channel, number, null) : null;

    private static PostLink? Link(string? seen, string channel, string number, string? comment)
    {
        if (!IsChannel(channel) || !IsNumber(number))
            return null;
        // A channel's name is the same in every case; it is shown as it was written.
        var id = $"{channel.ToLowerInvariant()}/{number}";
        var post = new PostLink { Platform = "telegram", NativeId = id, Permalink = $"https://t.me/{id}", Handle = channel, Seen = seen ?? $"https://t.me/{channel}/{number}" };
        return comment is not null && IsNumber(comment)
            ? post with { NativeId = $"{id}/{comment}", Permalink = $"{post.Permalink}?comment={comment}", Handle = null, Kind = PostKind.Comment }
            : post;
    }

    private static bool IsChannel(string text) => text.Length is >= 4 and <= 32 && char.IsAsciiLetter(text[0]) && !text.AsSpan().ContainsAnyExcept(ChannelChars);

    private static bool IsNumber(string text) => text.Length is >= 1 and <= 12 && text[0] != '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://t.me/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The page behind the frame, open to everybody. It shows a comment as little as its post's.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => link.Kind == PostKind.Comment ? [] :
    [
        new PostSource
        {
            Rule = "telegram.embed",
            Via = Via.Opengraph,
            Url = $"{link.Permalink}?embed=1&mode=tme",
            Gives = PostFields.All & ~PostFields.Details,
            Accept = PostSource.Page,
            Read = answer => ReadFrame(link, answer),
        },
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> ArchivedUnder(PostLink link) => [.. base.ArchivedUnder(link), link.Permalink + "?embed=1"];

    /// <summary>What is not there is said in the page, with a status of success.</summary>
    private SourceReading? ReadFrame(PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess)
            return null;
        foreach (var message in answer.Page.QuerySelectorAll(".tgme_widget_message[data-post]"))
        {
            if (ReadDrawn(message) is { Facts: { } facts } reading && reading.Link?.NativeId == link.NativeId)
                return SourceReading.Live(facts with { Via = Via.JsonLd, Rule = answer.Source.Rule, Evidence = answer.Source.Url, At = answer.At, Media = PicturesIn(message) });
        }

        return answer.Page.QuerySelector(".tgme_widget_message_error")?.TextContent.Trim() is { Length: > 0 } sentence ? SourceReading.Of(PostState.Gone, $"\"{sentence}\"") : null;
    }

    /// <summary>Photos and the stills of films are backgrounds: <c>style="background-image:url('…')"</c>.</summary>
    private static ImmutableArray<Media> PicturesIn(IElement message)
    {
        var media = ImmutableArray.CreateBuilder<Media>();
        foreach (var element in message.QuerySelectorAll(".tgme_widget_message_photo_wrap, .tgme_widget_message_video_thumb"))
        {
            const string begin = "background-image:url('";
            var style = element.GetAttribute("style") ?? "";
            if (style.IndexOf(begin, StringComparison.Ordinal) is not (>= 0 and var at) || style.IndexOf('\'', at + begin.Length) is not (>= 0 and var end)
                || WebAddress.Storable(style[(at + begin.Length)..end]) is not { } url)
            {
                continue;
            }

            media.Add(element.ClassList.Contains("tgme_widget_message_photo_wrap") ? new Media { Type = MediaType.Image, Url = url } : new Media { Type = MediaType.Video, Poster = url });
        }

        return media.ToImmutable();
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The script puts its frame behind itself, with an id made of the channel and the number.</remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName == "iframe")
            return (ReadOwnLink(element.GetAttribute("src")) ?? OfFrameId(element.Id)) is { } shown ? EmbedReading.LinkOnly(shown, EmbedForm.Rendered, "telegram.frame") : null;
        if (element.ClassList.Contains("tgme_widget_message"))
            return ReadDrawn(element);
        var post = element.GetAttribute("data-telegram-post")?.Trim();
        if (post is null || (FromId(post) ?? ReadOwnLink(post)) is not { } link)
            return null;
        return EmbedReading.LinkOnly(link, element.LocalName == "script" ? EmbedForm.Script : EmbedForm.Lazy, "telegram.script");
    }

    private PostLink? OfFrameId(string? id) =>
        id is not null && id.StartsWith(FrameIdPrefix, StringComparison.Ordinal) && id.LastIndexOf('-') is var line && line > FrameIdPrefix.Length
            ? FromId($"{id[FrameIdPrefix.Length..line]}/{id[(line + 1)..]}")
            : null;

    /// <summary>
    /// A message as the frame draws it, in a page that was saved with its frames. A message that it answers stands inside, above
    /// its own words, with parts of the same names.
    /// </summary>
    private EmbedReading? ReadDrawn(IElement message)
    {
        if ((FromId(message.GetAttribute("data-post") ?? "") ?? ReadOwnLink(message.QuerySelector("a.tgme_widget_message_date")?.GetAttribute("href"))) is not { } link)
            return null;
        var answered = message.QuerySelector(".tgme_widget_message_reply");
        IElement? Own(string selector) => message.QuerySelectorAll(selector).FirstOrDefault(e => answered?.Contains(e) != true);
        var name = NameIn(Own(".tgme_widget_message_from_author, .tgme_widget_message_owner_name, .tgme_widget_message_author_name, .tgme_widget_message_author"));
        var source = Own(".tgme_widget_message_forwarded_from_name");
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Rendered,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "telegram.message",
                Author = name is null ? null : new Author { Name = name },
                Text = WordsIn(Own(".tgme_widget_message_text")),
                Published = PublishedTime.FromIso(Own(".tgme_widget_message_date time[datetime], time.time[datetime]")?.GetAttribute("datetime")),
                Kind = source is null ? null : PostKind.Repost,
                Quoted = source is null ? null : Forwarded(source),
                Thread = answered is null ? null : new PostThread { Parent = Answered(answered) },
            },
        };
    }

    /// <summary>Whose message was forwarded: who forwards adds no word, so that the words are the source's.</summary>
    private PostRef Forwarded(IElement source)
    {
        var link = ReadOwnLink(source.GetAttribute("href"));
        return new PostRef
        {
            Key = link is null ? null : QuoteKey.ForPost(link.Platform, link.NativeId),
            Url = link?.Permalink,
            Author = NameIn(source) is { } name ? new Author { Name = name, Handle = link?.Handle } : null,
        };
    }

    private PostRef Answered(IElement answered)
    {
        var link = ReadOwnLink(answered.GetAttribute("href"));
        return new PostRef
        {
            Key = link is null ? null : QuoteKey.ForPost(link.Platform, link.NativeId),
            Url = link?.Permalink,
            Author = NameIn(answered.QuerySelector(".tgme_widget_message_author_name, .tgme_widget_message_author")) is { } name ? new Author { Name = name } : null,
            Text = WordsIn(answered.QuerySelector(".tgme_widget_message_text, .js-message_reply_text"))?.Value,
        };
    }

    private static string? NameIn(IElement? element) => element?.TextContent.Trim() is { Length: > 0 and <= 200 } name ? name : null;

    private static PostText? WordsIn(IElement? element) =>
        element is not null && MarkupText.Of(element) is var markup ? markup.Slice(0, markup.Text.Length) : null;
}
