using System.Buffers;
using System.Collections.Immutable;
using AngleSharp.Dom;
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
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Attribute("data-telegram-post"), EmbedMark.IdPrefix(FrameIdPrefix)];

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

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The script puts its frame behind itself, with an id made of the channel and the number.</remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName == "iframe")
            return (ReadOwnLink(element.GetAttribute("src")) ?? OfFrameId(element.Id)) is { } shown ? EmbedReading.LinkOnly(shown, EmbedForm.Rendered, "telegram.frame") : null;
        var post = element.GetAttribute("data-telegram-post")?.Trim();
        if (post is null || (FromId(post) ?? ReadOwnLink(post)) is not { } link)
            return null;
        return EmbedReading.LinkOnly(link, element.LocalName == "script" ? EmbedForm.Script : EmbedForm.Lazy, "telegram.script");
    }

    private PostLink? OfFrameId(string? id) =>
        id is not null && id.StartsWith(FrameIdPrefix, StringComparison.Ordinal) && id.LastIndexOf('-') is var line && line > FrameIdPrefix.Length
            ? FromId($"{id[FrameIdPrefix.Length..line]}/{id[(line + 1)..]}")
            : null;
}
