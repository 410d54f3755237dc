using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms.X;

/// <summary>
/// A post as X itself drew it, in a page or frame that was saved with it: the frame of today, the widget of 2014 to 2020, and
/// Blackbird Pie of 2010 to 2012.
/// </summary>
internal static class XDrawnPost
{
    private static readonly char[] BoxIdPrefix = [.. "bpBox_t"];

    /// <param name="element">The element that bears one of X's marks.</param>
    /// <param name="link">Reads an address or an id.</param>
    public static EmbedReading? Read(IElement element, Func<string?, PostLink?> link)
    {
        if (element.GetAttribute("data-testid") is { } part)
            return part == "tweetText" ? OfFrame(element, link) : null;
        if (element.ClassList.Contains("EmbeddedTweet") || element.QuerySelector(".EmbeddedTweet, blockquote.Tweet") is not null)
            return OfWidget(element, link);
        return element.ClassList.Contains("bbpBox") ? OfBlackbirdPie(element, link) : null;
    }

    /// <summary>The words bear the mark; the author and the time, which is the permalink, stand around them in the same article.</summary>
    private static EmbedReading? OfFrame(IElement words, Func<string?, PostLink?> link)
    {
        if (words.Closest("article") is not { } post || post.QuerySelector("a[href] time[datetime]") is not { } time || link(time.Closest("a")!.GetAttribute("href")) is not { } permalink)
            return null;
        // A post that quotes another has that one's words, too; its own come first.
        if (!ReferenceEquals(post.QuerySelector("[data-testid=tweetText]"), words))
            return null;
        var labels = post.QuerySelectorAll("a[href]").Where(a => !words.Contains(a)).Select(a => a.TextContent.Trim()).ToList();
        var handle = labels.Find(l => l.StartsWith('@') && !l.Contains(' '))?[1..];
        var name = labels.Find(l => l.Length > 0 && !l.StartsWith('@'));
        var exact = PublishedTime.FromIso(time.GetAttribute("datetime"));
        return Reading(permalink, EmbedForm.Rendered, "x.frame", name, handle, Words(words), exact is null ? null : exact with { AsShown = time.TextContent.Trim() });
    }

    private static EmbedReading? OfWidget(IElement element, Func<string?, PostLink?> link)
    {
        var tweet = element.QuerySelector("blockquote.Tweet") ?? element;
        return link(tweet.GetAttribute("cite") ?? element.GetAttribute("data-click-to-open-target")) is not { } permalink
            ? null
            : Reading(
                permalink,
                EmbedForm.Rendered,
                "x.widget",
                tweet.QuerySelector(".TweetAuthor-name")?.TextContent.Trim(),
                tweet.QuerySelector(".TweetAuthor-screenName")?.TextContent.Trim().TrimStart('@'),
                Words(tweet.QuerySelector(".Tweet-text")),
                PublishedTime.FromIso(tweet.QuerySelector("time.dt-updated")?.GetAttribute("datetime")));
    }

    private static EmbedReading? OfBlackbirdPie(IElement element, Func<string?, PostLink?> link)
    {
        var permalink = element.QuerySelectorAll("a[href]").Select(a => link(a.GetAttribute("href"))).LastOrDefault(l => l is not null) ?? link(element.Id?.TrimStart(BoxIdPrefix));
        if (permalink is null)
            return null;
        var words = element.QuerySelector(".twContent, .bbpTweet");
        var markup = words is null ? null : MarkupText.Of(words, e => e.ClassList.Contains("timestamp") || e.ClassList.Contains("metadata"));
        var shown = element.QuerySelector(".twTimeStamp, .timestamp a")?.TextContent.Trim();
        return Reading(
            permalink,
            EmbedForm.Legacy,
            "x.blackbird",
            element.QuerySelector(".twRealName, .author strong")?.TextContent.Trim(),
            element.QuerySelector(".twScreenName")?.TextContent.Trim().TrimStart('@'),
            markup?.Slice(0, markup.Text.Length),
            shown is { Length: > 0 } ? PublishedTime.FromPrinted(shown) : null);
    }

    private static PostText? Words(IElement? words)
    {
        if (words is null || MarkupText.WithLineEnds(words) is var markup && markup.Slice(0, markup.Text.Length) is not { } text)
            return null;
        return LanguageTag.IsKnown(words.GetAttribute("lang")) ? text with { Lang = words.GetAttribute("lang"), LangSource = LanguageSource.Declared } : text;
    }

    private static EmbedReading Reading(PostLink link, string form, string rule, string? name, string? handle, PostText? text, Published? published) => new()
    {
        Link = link,
        Form = form,
        Facts = new PostFacts
        {
            Via = Via.Markup,
            Rule = rule,
            Author = string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(handle) ? null : new Author { Name = name, Handle = handle },
            Text = text,
            Published = published,
        },
    };
}
