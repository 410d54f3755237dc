using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>OK (Odnoklassniki): videos, which have a player, and posts, which articles only link.</summary>
internal sealed class OkPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "ok";

    /// <inheritdoc/>
    public override string Name => "OK";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["odnoklassniki"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["ok.ru", "odnoklassniki.ru"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        _ when address.Host.StartsWith("connect.", StringComparison.Ordinal) => null,
        ["video" or "videoembed" or "live", var id, ..] => Video(address, id),
        ["web-api", "video", "moviePlayer", var id, ..] => Video(address, id),
        ["dk", ..] => address.Query("st.mvId") is { } id ? Video(address, id) : null,
        ["group", var group, "topic", var topic, ..] when IsNumber(group) => Post(address, $"group/{group}/topic/{topic}", topic),
        ["profile", var person, "statuses", var status, ..] when IsNumber(person) => Post(address, $"profile/{person}/statuses/{status}", status),
        _ => null,
    };

    private static PostLink? Video(WebAddress address, string id) =>
        IsNumber(id) ? new PostLink { Platform = "ok", NativeId = id, Permalink = $"https://ok.ru/video/{id}", Kind = PostKind.Video, Seen = address.Text } : null;

    /// <summary>Videos and posts are counted apart.</summary>
    private static PostLink? Post(WebAddress address, string path, string id) =>
        IsNumber(id) ? new PostLink { Platform = "ok", NativeId = path, Permalink = $"https://ok.ru/{path}", Seen = address.Text } : null;

    private static bool IsNumber(string text) => text.Length is >= 5 and <= 20 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link)
    {
        var title = element.GetAttribute("title")?.Trim();
        return link.Kind == PostKind.Video && PlayerTitle.IsOfVideo(title)
            ? new PostFacts { Via = Via.Markup, Rule = "ok.frame", Card = new LinkCard { Url = link.Permalink, Title = title } }
            : null;
    }
}
