using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>
/// Where Facebook may be asked without a key: oEmbed, whose code has the words' beginning, the author and the day; the page behind its
/// frames, which has the second; the post's own page. A sign-in in its place says nothing of the post.
/// </summary>
internal static class FacebookSources
{
    private static readonly string[] NotPublic = ["Facebook", "Leaving Facebook...", "Log in or sign up"];

    public static ImmutableArray<PostSource> Of(FacebookPlatform platform, PostLink link)
    {
        // What pages say of a comment's post is not the comment's.
        if (link.Kind == PostKind.Comment)
            return [];
        var isVideo = link.Kind == PostKind.Video;
        var oembed = MetaOEmbed.Of(platform, link, $"https://graph.facebook.com/v25.0/{(isVideo ? "oembed_video" : "oembed_post")}?omitscript=true", PostFields.Author | PostFields.Text);
        var page = Page("facebook.page", link.Permalink, PostFields.All & ~PostFields.Thread, answer => ReadPage(platform, link, answer));
        return isVideo ? [oembed, page] : [oembed, Plugin(link), page];
    }

    private static PostSource Page(string rule, string url, PostFields gives, Func<SourceAnswer, SourceReading?> read) => new()
    {
        Rule = rule,
        Via = Via.Opengraph,
        Url = url,
        Gives = gives,
        Accept = PostSource.Page,
        Read = answer => answer.IsSuccess ? read(answer) : null,
    };

    private static PostSource Plugin(PostLink link) => Page(
        "facebook.plugin",
        $"https://www.facebook.com/plugins/post.php?href={link.Permalink.Escaped()}&show_text=true",
        PostFields.Time,
        answer => PageData.Says(answer.Page, "This Facebook post is no longer available") is { } sentence ? Gone(sentence)
            : answer.Page.QuerySelector("abbr[data-utime]")?.GetAttribute("data-utime") is { } second && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && AnswerFacts.Seconds(at) is { } time ? SourceReading.Live(answer.Facts() with { Via = Via.JsonLd, Published = time })
            : null);

    private static SourceReading Gone(string sentence) => SourceReading.Of(PostState.Gone, $"\"{sentence}.\" That may mean deleted, private or not for everybody.");

    private static SourceReading? ReadPage(FacebookPlatform platform, PostLink link, SourceAnswer answer)
    {
        var page = answer.Page;
        var title = page.Title?.Trim() ?? "";
        if (Array.Exists(NotPublic, t => title.Equals(t, StringComparison.OrdinalIgnoreCase)))
            return SourceReading.Of(PostState.Unreachable, $"The page is called \"{title}\", as those are that show nothing to who is not signed in.");
        if (title.Equals("Content Not Found", StringComparison.OrdinalIgnoreCase))
            return Gone(title);
        if (PageData.Objects(page).FirstOrDefault(thing => IsRecordOf(platform, link, thing)) is { ValueKind: JsonValueKind.Object } record)
            return SourceReading.Live(Facts(platform, answer, record, link));
        if (PageData.Says(page, "This content isn't available right now") is { } sentence)
            return Gone(sentence);
        // A page that does not name itself may be anything: a security check has a title, too.
        return PostPage.Meta(page, "og:url") is { } own && IsOf(platform, link, own) || PostPage.JsonLd(page).Any(thing => IsOf(platform, link, thing.Text("url")))
            ? PostPage.Read(platform, link, answer)
            : null;
    }

    /// <summary>A record with a story in it, and with the post's number or address on one of the two.</summary>
    private static bool IsRecordOf(FacebookPlatform platform, PostLink link, JsonElement thing)
    {
        var story = thing.At("creation_story");
        return story.ValueKind == JsonValueKind.Object && (Names(thing) || Names(story));

        bool Names(JsonElement json) =>
            json.Text("id") == link.NativeId || json.Text("post_id") == link.NativeId || IsOf(platform, link, json.Text("url")) || IsOf(platform, link, json.Text("permalink_url"));
    }

    private static bool IsOf(FacebookPlatform platform, PostLink link, string? url) => platform.ReadOwnLink(url) is { } other && other.NativeId == link.NativeId && other.Kind != PostKind.Comment;

    private static PostFacts Facts(FacebookPlatform platform, SourceAnswer answer, JsonElement record, PostLink link)
    {
        var story = record.At("creation_story");
        var words = AnswerFacts.Words(PageData.Objects(story).Select(o => o.Text("message", "text")).FirstOrDefault(text => text is not null));
        var owner = record.Has("owner") ? record.At("owner") : PageData.Objects(story).FirstOrDefault(o => o.Has("owner")).At("owner");
        var seconds = record.Number("creation_time") ?? PageData.Objects(story).Select(o => o.Number("creation_time")).FirstOrDefault(n => n is not null);
        return answer.Facts() with
        {
            Via = Via.JsonLd,
            Kind = link.Kind,
            Author = new Author { Name = owner.Text("name"), Id = owner.Text("id"), Url = owner.Address("url") }.OrNull(),
            // Long words are cut here as they are in the embed.
            Text = words is null ? null : words with { Completeness = words.Value is [.., '…'] or [.., '.', '.', '.'] ? TextCompleteness.Truncated : TextCompleteness.Full },
            Published = AnswerFacts.Seconds(seconds),
            Media = WebAddress.Storable(PostPage.Meta(answer.Page, "og:image")) is { } picture
                ? [link.Kind == PostKind.Video ? new Media { Type = MediaType.Video, Poster = picture } : new Media { Type = MediaType.Image, Url = picture }]
                : [],
        };
    }
}
