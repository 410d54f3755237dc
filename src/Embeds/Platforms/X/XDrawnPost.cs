using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms.X;

/// <summary>
/// A post as X itself drew it, in a page or frame that was saved with it: the frame of today, the widget of 2014 to 2020, and
/// Blackbird Pie of 2010 to 2012. What it draws inside a post is the post that it quotes; what it draws above, the one that it
/// answers.
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

    // ---- The frame: names are classes without meaning, so roles and the order of things have to do. --------------------

    /// <summary>The words bear the mark; the author and the time, which is the permalink, stand around them in the same article.</summary>
    private static EmbedReading? OfFrame(IElement words, Func<string?, PostLink?> link)
    {
        // A post is read once, whether the first words in it are its own or those of the post that it quotes.
        if (Outermost(words, "article") is not { } post || !ReferenceEquals(post.QuerySelector("[data-testid=tweetText]"), words))
            return null;
        var quoted = QuotedIn(post);
        var time = post.QuerySelectorAll("a[href] time[datetime]").FirstOrDefault(t => quoted?.Contains(t) != true);
        if (link(time?.Closest("a")?.GetAttribute("href")) is not { } permalink)
            return null;
        var isOwn = quoted?.Contains(words) != true;
        var labels = post.QuerySelectorAll("a[href]").Where(a => !words.Contains(a) && quoted?.Contains(a) != true).Select(a => a.TextContent.Trim());
        var (name, handle) = Signature(labels);
        var reading = Reading(permalink, EmbedForm.Rendered, "x.frame", name, handle, isOwn ? Words(words) : null, TimeOf(time));
        return quoted is null ? reading : reading with { Facts = reading.Facts with { Quoted = OfQuoted(quoted, link).ToReference() } };
    }

    /// <summary>A quoted post is one big link to itself, or an article of its own.</summary>
    private static IElement? QuotedIn(IElement post) =>
        post.QuerySelectorAll("article, div[role=link]").FirstOrDefault(e => e.QuerySelector("[data-testid=User-Name], [data-testid=tweetText], time") is not null);

    private static EmbedReading OfQuoted(IElement quoted, Func<string?, PostLink?> link)
    {
        var words = quoted.QuerySelector("[data-testid=tweetText]");
        var labels = quoted.QuerySelectorAll("span, a").Where(e => e.ChildElementCount == 0 && words?.Contains(e) != true).Select(e => e.TextContent.Trim());
        var (name, handle) = Signature(labels);
        return Reading(LinkIn(quoted, link), EmbedForm.Rendered, "x.frame", handle is null ? null : name, handle, Words(words), TimeOf(quoted.QuerySelector("time[datetime]")));
    }

    private static (string? Name, string? Handle) Signature(IEnumerable<string> labels)
    {
        string? name = null;
        foreach (var label in labels.Where(l => l.Length > 0))
        {
            if (label[0] == '@' && !label.Contains(' '))
                return (name, label[1..]);
            name ??= label;
        }

        return (name, null);
    }

    private static IElement? Outermost(IElement element, string selector)
    {
        var outermost = element.Closest(selector);
        while (outermost?.ParentElement?.Closest(selector) is { } around)
            outermost = around;
        return outermost;
    }

    private static Published? TimeOf(IElement? time) =>
        PublishedTime.FromIso(time?.GetAttribute("datetime")) is { } exact ? exact with { AsShown = time!.TextContent.Trim() is { Length: > 0 } shown ? shown : null } : null;

    // ---- The widget --------------------------------------------------------------------------------------------------

    private static EmbedReading? OfWidget(IElement element, Func<string?, PostLink?> link)
    {
        var posts = element.QuerySelectorAll("blockquote.Tweet").Where(t => t.Closest(".QuoteTweet") is null).ToList();
        var subject = posts.FindIndex(t => t.ClassList.Contains("subject")) is var marked and >= 0 ? marked : posts.Count - 1;
        var post = subject < 0 ? element : posts[subject];
        if (link(post.GetAttribute("cite") ?? element.GetAttribute("data-click-to-open-target")) is not { } permalink)
            return null;
        var reading = OfWidget(post, permalink);
        var parent = subject > 0 ? OfWidget(posts[subject - 1], link(posts[subject - 1].GetAttribute("cite"))) : null;
        var quoted = post.QuerySelector(".QuoteTweet") is { } inner ? OfWidget(inner, link(inner.GetAttribute("data-tweet-id")) ?? LinkIn(inner, link)) : null;
        return reading with
        {
            Facts = reading.Facts with
            {
                Quoted = quoted?.ToReference(),
                Thread = parent is null ? null : new PostThread { Parent = parent.ToReference() },
            },
        };
    }

    private static EmbedReading OfWidget(IElement post, PostLink? permalink)
    {
        var isQuoted = post.ClassList.Contains("QuoteTweet");
        IElement? Own(string selector) => post.QuerySelectorAll(selector).FirstOrDefault(e => isQuoted || e.Closest(".QuoteTweet") is null);
        return Reading(
            permalink,
            EmbedForm.Rendered,
            "x.widget",
            Own(".TweetAuthor-name, .QuoteTweet-name")?.TextContent.Trim(),
            Own(".TweetAuthor-screenName, .QuoteTweet-screenName")?.TextContent.Trim().TrimStart('@'),
            Words(Own(isQuoted ? ".QuoteTweet-text" : ".Tweet-text")),
            PublishedTime.FromIso(Own("time.dt-updated")?.GetAttribute("datetime")));
    }

    // ---- Blackbird Pie -----------------------------------------------------------------------------------------------

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

    private static PostLink? LinkIn(IElement element, Func<string?, PostLink?> link) =>
        element.QuerySelectorAll("a[href]").Select(a => link(a.GetAttribute("href"))).FirstOrDefault(l => l is not null);

    private static PostText? Words(IElement? words)
    {
        if (words is null || MarkupText.WithLineEnds(words) is var markup && markup.Slice(0, markup.Text.Length) is not { } text)
            return null;
        return LanguageTag.IsKnown(words.GetAttribute("lang")) ? text with { Lang = words.GetAttribute("lang"), LangSource = LanguageSource.Declared } : text;
    }

    private static EmbedReading Reading(PostLink? link, string form, string rule, string? name, string? handle, PostText? text, Published? published) => new()
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
