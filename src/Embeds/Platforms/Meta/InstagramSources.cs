using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>
/// Where Instagram may be asked without a key: oEmbed, which names the author; the page behind its embeds, which has the caption; the
/// post's own page. All three often show a wall instead, which says nothing of the post.
/// </summary>
internal static partial class InstagramSources
{
    public static ImmutableArray<PostSource> Of(InstagramPlatform platform, PostLink link) =>
    [
        MetaOEmbed.Of(platform, link, "https://graph.facebook.com/v25.0/instagram_oembed?maxwidth=658&omitscript=true&hidecaption=false", PostFields.Author),
        Page("instagram.embed", $"https://www.instagram.com/p/{link.NativeId}/embed/captioned/", answer => ReadEmbed(platform, link, answer)),
        Page("instagram.page", link.Permalink, answer => ReadPage(platform, link, answer)),
    ];

    private static PostSource Page(string rule, string url, Func<SourceAnswer, SourceReading?> read) => new()
    {
        Rule = rule,
        Via = Via.Opengraph,
        Url = url,
        Gives = PostFields.All & ~PostFields.Thread,
        Accept = PostSource.Page,
        Read = answer => !answer.IsSuccess ? null : answer.Page.GetElementById("loginForm") is null ? read(answer) : SourceReading.Of(PostState.Unreachable, "A sign-in form in the place of the post."),
    };

    // ---- The embed's page ------------------------------------------------------------------------------------------

    private static SourceReading? ReadEmbed(InstagramPlatform platform, PostLink link, SourceAnswer answer)
    {
        if (Context(answer) is { } post)
        {
            return post.Text("shortcode") is { } code && code != link.NativeId
                ? SourceReading.Of(PostState.Unknown, $"The answer is about {code}.")
                : SourceReading.Live(FromContext(platform, answer, post));
        }

        var page = answer.Page;
        var caption = page.QuerySelector(".Caption");
        var picture = page.QuerySelector("img.EmbeddedMediaImage");
        if (caption is not null || picture is not null)
            return SourceReading.Live(FromMarkup(platform, answer, caption, picture));
        return PageData.Says(page, "The link to this photo or video may be broken, or the post may have been removed") is { } sentence ? SourceReading.Of(PostState.Gone, $"\"{sentence}.\"") : null;
    }

    /// <summary>The record, as JSON in a string; null for many a single photo.</summary>
    private static JsonElement? Context(SourceAnswer answer)
    {
        if (ScriptJson.After(answer.Text, "\"contextJSON\":") is not { ValueKind: JsonValueKind.String } inner || ScriptJson.Parse(inner.GetString()!) is not { } json)
            return null;
        foreach (var post in new[] { json.At("gql_data", "shortcode_media"), json.At("gql_data", "xdt_shortcode_media"), json.At("context", "media"), json.At("shortcode_media") })
        {
            if (post.ValueKind == JsonValueKind.Object)
                return post;
        }

        return null;
    }

    private static PostFacts FromContext(InstagramPlatform platform, SourceAnswer answer, JsonElement post)
    {
        var slides = post.Items("edge_sidecar_to_children", "edges").Select(edge => edge.At("node")).ToList();
        return answer.Facts() with
        {
            Via = Via.JsonLd,
            Kind = post.Is("is_video") ? PostKind.Video : PostKind.Photo,
            Author = MetaMedia.AuthorOf(platform, post.At("owner")),
            Text = TextOf(platform, post.At("edge_media_to_caption", "edges").Item(0).Text("node", "text")),
            Published = AnswerFacts.Seconds(post.Number("taken_at_timestamp")),
            Media = [.. (slides.Count > 0 ? slides : [post]).Select(OfContext).OfType<Media>()],
            Metrics = new Metrics { At = answer.At, Likes = post.Count("edge_liked_by", "count"), Replies = post.Count("edge_media_to_comment", "count") }.OrNull(),
        };
    }

    private static Media? OfContext(JsonElement media)
    {
        var best = media.Items("display_resources").Where(r => r.Address("src") is not null).DefaultIfEmpty().MaxBy(r => r.Pixels("config_width") ?? 0);
        var picture = best.Address("src") ?? media.Address("display_url");
        var isFilm = media.Is("is_video");
        if (picture is null && media.Address("video_url") is null)
            return null;
        return new Media
        {
            Type = isFilm ? MediaType.Video : MediaType.Image,
            Url = isFilm ? media.Address("video_url") : picture,
            Alt = media.Text("accessibility_caption"),
            Width = isFilm ? media.Pixels("dimensions", "width") : best.Pixels("config_width") ?? media.Pixels("dimensions", "width"),
            Height = isFilm ? media.Pixels("dimensions", "height") : best.Pixels("config_height") ?? media.Pixels("dimensions", "height"),
            Poster = isFilm ? picture : null,
        };
    }

    /// <summary>What the embed shows to its reader. It has no date.</summary>
    private static PostFacts FromMarkup(InstagramPlatform platform, SourceAnswer answer, IElement? caption, IElement? picture)
    {
        var page = answer.Page;
        var handle = AnswerFacts.Handle((caption?.QuerySelector(".CaptionUsername") ?? page.QuerySelector(".Header .UsernameText"))?.TextContent);
        return answer.Facts() with
        {
            Via = Via.JsonLd,
            Author = handle is null ? null : new Author { Handle = handle, Url = platform.ProfileOf(handle) },
            Text = caption is null ? null : Words(platform, caption),
            Media = picture is not null && WebAddress.Storable(Largest(picture)) is { } url ? [new Media { Type = MediaType.Image, Url = url, Alt = picture.GetAttribute("alt") is { Length: > 0 } alt ? alt : null }] : [],
            Metrics = new Metrics { At = answer.At, Likes = Number(page.QuerySelector(".SocialProof a")?.TextContent), Replies = Number(caption?.QuerySelector(".CaptionComments")?.TextContent) }.OrNull(),
        };
    }

    private static PostText? Words(InstagramPlatform platform, IElement caption)
    {
        var markup = MarkupText.Of(caption, e => e.ClassList.Contains("CaptionUsername") || e.ClassList.Contains("CaptionComments"));
        // Its links lead to lists of Instagram's; the signs in the words say the same.
        return markup.Slice(0, markup.Text.Length) is { } text ? SignFacets.In(text with { Facets = [] }, platform.ProfileOf) : null;
    }

    private static string? Largest(IElement picture)
    {
        var best = (Url: picture.GetAttribute("src"), Width: 0);
        foreach (var candidate in (picture.GetAttribute("srcset") ?? "").Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (candidate.Split(' ') is [var url, [.. var width, 'w']] && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > best.Width)
                best = (url, pixels);
        }

        return best.Url;
    }

    /// <summary>The first number in some words: <c>View all 1,019 comments</c>.</summary>
    private static long? Number(string? words)
    {
        if (words is null || Numbers().Match(words) is not { Success: true } match)
            return null;
        // "12.3K" and "4 mil" are rounded: no counts.
        var isWhole = match.Index + match.Length >= words.Length || words[match.Index + match.Length] is var next && next != '.' && !char.IsLetter(next);
        return isWhole && long.TryParse(match.ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    // ---- The post's page -------------------------------------------------------------------------------------------

    private static SourceReading? ReadPage(InstagramPlatform platform, PostLink link, SourceAnswer answer)
    {
        var page = answer.Page;
        foreach (var thing in PageData.Objects(page))
        {
            if (thing.Has("if_gated_logged_out") && !thing.Has("if_not_gated_logged_out"))
                return SourceReading.Of(PostState.Unreachable, "Gated for who is not signed in (if_gated_logged_out).");
            if (thing.Text("code") == link.NativeId && thing.Has("user"))
                return SourceReading.Live(FromRecord(platform, answer, thing));
        }

        if (PageData.Says(page, "Sorry, this page isn't available") is { } sentence)
            return SourceReading.Of(PostState.Gone, $"\"{sentence}.\"");
        return FromHead(platform, link, answer);
    }

    private static PostFacts FromRecord(InstagramPlatform platform, SourceAnswer answer, JsonElement post) => answer.Facts() with
    {
        Via = Via.JsonLd,
        Kind = post.Number("media_type") switch { 1 or 8 => PostKind.Photo, 2 => PostKind.Video, _ => null },
        Author = MetaMedia.AuthorOf(platform, post.At("user")),
        Text = TextOf(platform, post.Text("caption", "text")),
        Published = AnswerFacts.Seconds(post.Number("taken_at")),
        Media = [.. MetaMedia.Of(post)],
        Metrics = new Metrics { At = answer.At, Likes = post.Count("like_count"), Replies = post.Count("comment_count") }.OrNull(),
    };

    private static PostText? TextOf(InstagramPlatform platform, string? words) => AnswerFacts.Words(words) is { } text ? SignFacets.In(text, platform.ProfileOf) : null;

    /// <summary>
    /// What the head says: <c>Ada on Instagram: "the caption…"</c>, and a line with the likes, the account and the day in the reader's own
    /// form, which is therefore no date.
    /// </summary>
    private static SourceReading? FromHead(InstagramPlatform platform, PostLink link, SourceAnswer answer)
    {
        const string middle = " on Instagram: ";
        var page = answer.Page;
        var title = PostPage.Meta(page, "og:title");
        if (title is null)
            return page.Title?.Trim() == "Instagram" ? SourceReading.Of(PostState.Gone, "A page that is called \"Instagram\" and names no post.") : null;
        // Where a post is not to be seen its author's page stands in its place.
        if (title.IndexOf(middle, StringComparison.Ordinal) is not (> 0 and var at) || PostPage.Meta(page, "og:type") == "profile"
            || PostPage.Meta(page, "og:url") is not { } own || platform.ReadOwnLink(own)?.NativeId != link.NativeId)
        {
            return null;
        }

        var caption = title[(at + middle.Length)..].Trim().Trim('"', '“', '”');
        var words = AnswerFacts.Words(caption, completeness: caption.EndsWith('…') || caption.EndsWith("...", StringComparison.Ordinal) ? TextCompleteness.Truncated : TextCompleteness.Unknown);
        var description = Description().Match(PostPage.Meta(page, "og:description") ?? "");
        var handle = description.Success ? AnswerFacts.Handle(description.Groups["handle"].Value) : null;
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = title[..at].Trim(), Handle = handle, Url = handle is null ? null : platform.ProfileOf(handle) },
            Text = words is null ? null : SignFacets.In(words, platform.ProfileOf),
            Media = WebAddress.Storable(PostPage.Meta(page, "og:image")) is { } picture ? [new Media { Type = MediaType.Image, Url = picture, Alt = PostPage.Meta(page, "og:image:alt") }] : [],
            Metrics = description.Success ? new Metrics { At = answer.At, Likes = Number(description.Groups["likes"].Value), Replies = Number(description.Groups["comments"].Value) }.OrNull() : null,
        });
    }

    /// <summary><c>1,234 likes, 56 comments - ada.example on August 1, 2024</c>. Counts with a letter (<c>12K</c>) are no counts.</summary>
    [GeneratedRegex("^(?:(?<likes>[0-9][0-9,]*) likes?, )?(?:(?<comments>[0-9][0-9,]*) comments? )?(?:[^-]* )?- (?<handle>[A-Za-z0-9._]{1,30}) on ", RegexOptions.NonBacktracking)]
    private static partial Regex Description();
}
