using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Reddit's pages as archives have them: those of before 2018 and of old.reddit.com, and those made of <c>shreddit</c> elements.</summary>
internal static class RedditPage
{
    /// <summary>What a page says of one thing of the many on it; null when that is not on it.</summary>
    public static PostFacts? Read(RedditPlatform platform, PostLink link, SourceAnswer copy) =>
        ReadOld(platform, link, copy) ?? ReadNew(platform, link, copy);

    private static PostFacts? ReadOld(RedditPlatform platform, PostLink link, SourceAnswer copy)
    {
        if (copy.Page.QuerySelector($".thing[data-fullname='{link.NativeId}']") is not { } thing)
            return null;
        // Answers lie inside what they answer: the thing's own words are in its entry.
        var entry = thing.Children.FirstOrDefault(child => child.ClassList.Contains("entry")) ?? thing;
        var title = entry.QuerySelector("a.title")?.TextContent;
        var published = Number(thing.GetAttribute("data-timestamp")) is { } ms ? PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Second) : PublishedTime.FromIso(entry.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        var facts = Facts(platform, link, copy, thing.GetAttribute("data-author"), entry.QuerySelector(".md"), title, published);
        return facts with { Metrics = Counts(copy, thing.GetAttribute("data-score"), thing.GetAttribute("data-comments-count")) };
    }

    private static PostFacts? ReadNew(RedditPlatform platform, PostLink link, SourceAnswer copy)
    {
        var isComment = link.Kind == PostKind.Comment;
        var thing = isComment ? copy.Page.QuerySelector($"shreddit-comment[thingid='{link.NativeId}']") : copy.Page.QuerySelector($"shreddit-post[id='{link.NativeId}']") ?? copy.Page.QuerySelector("shreddit-post[post-title]");
        if (thing is null || !isComment && platform.ReadOwnLink("https://www.reddit.com" + thing.GetAttribute("permalink")) is { } other && other.NativeId != link.NativeId)
            return null;
        var words = isComment ? thing.QuerySelector("[slot='comment']") : thing.QuerySelector("[slot='text-body'] .md") ?? thing.QuerySelector("[slot='text-body']");
        var facts = Facts(platform, link, copy, thing.GetAttribute("author"), words, thing.GetAttribute("post-title"), PublishedTime.FromIso(thing.GetAttribute("created-timestamp")));
        return facts with { Metrics = Counts(copy, thing.GetAttribute("score"), thing.GetAttribute("comment-count")) };
    }

    private static PostFacts Facts(RedditPlatform platform, PostLink link, SourceAnswer copy, string? author, IElement? words, string? title, Published? published)
    {
        var name = AnswerFacts.Handle(author);
        var text = words is null ? null : RedditSources.Rendered(platform, words);
        return copy.Facts() with
        {
            Kind = link.Kind,
            Author = name is null or ['[', ..] ? null : new Author { Handle = name, Url = platform.ProfileOf(name) },
            Text = text?.Value is "[deleted]" or "[removed]" ? null : text,
            Card = link.Kind != PostKind.Comment && !string.IsNullOrWhiteSpace(title) ? new LinkCard { Url = link.Permalink, Title = VerbatimText.Normalise(title.Trim()) } : null,
            Published = published,
        };
    }

    private static Metrics? Counts(SourceAnswer copy, string? score, string? comments) =>
        new Metrics { At = copy.At, Likes = Number(score), Replies = Number(comments) }.OrNull();

    private static long? Number(string? digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
