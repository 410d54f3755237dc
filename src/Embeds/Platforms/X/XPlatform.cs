using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.X;

/// <summary>X, until 2023 Twitter.</summary>
internal sealed class XPlatform : Platform
{
    private const string XOthers = ".twitter-timeline, .twitter-grid, .twitter-follow-button, .twitter-share-button, .twitter-mention-button, .twitter-hashtag-button, .twitter-dm-button";

    // Ids below were counted up one by one; the first that hold a time were given out on 4 November 2010.
    private const ulong LastSequentialId = 29_700_859_247;
    private const long SnowflakeEpochMs = 1_288_834_974_657;

    /// <inheritdoc/>
    public override string Id => "x";

    /// <inheritdoc/>
    public override string Name => "X (Twitter)";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["x", "twitter", "tweet", "twittertweet", "tweetembed"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "x.com", "twitter.com", "twitter3e4tixl4xyajtrzo62zg5vztmjuricljdp2c5kshju4avyoid.onion",
        // Mirrors that keep the path.
        "fxtwitter.com", "fixupx.com", "twittpr.com", "xfixup.com", "vxtwitter.com", "fixvx.com", "twitterez.com", "xeezz.com",
        "nitter.net", "xcancel.com", "nitter.poast.org", "nitter.privacyredirect.com", "nitter.space", "nitter.tiekoetter.com", "lightbrd.com",
        "twitframe.com",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("twitter-tweet"), EmbedMark.Class("twitter-video"), EmbedMark.Class("twitter-tweet-rendered"),
        EmbedMark.Class("nojs-tweet"), EmbedMark.Class("EmbeddedTweet"), EmbedMark.Class("bbpBox"),
        EmbedMark.Element("amp-twitter"), EmbedMark.Element("bento-twitter"), EmbedMark.Element("twitter-widget"),
        EmbedMark.Attribute("data-tweet-id"), EmbedMark.Attribute("data-tweetid"), EmbedMark.Attribute("tweetid"),
        EmbedMark.Attribute("data-testid", "tweetText"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } =
    [
        new("platform.twitter.com", "widgets.js") { Others = XOthers, Global = "twttr" },
        new("platform.x.com", "widgets.js") { Others = XOthers, Global = "twttr" },
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        if (address.Host == "twitframe.com" || address.Host == "publish.twitter.com" || address.Host == "publish.x.com")
            return Inner(address.Query("url") ?? address.Query("query"));

        var s = address.Segments;
        return s switch
        {
            ["i", "web", "status" or "statuses", var id, ..] => Link(address, id, null),
            ["i", "status" or "article", var id, ..] => s[1] == "status" ? Link(address, id, null) : null,
            ["i", "videos", "tweet", var id, ..] => Link(address, id, null, PostKind.Video),
            ["i", "videos", var id, ..] => Link(address, id, null, PostKind.Video),
            ["i", "cards", "tfw", "v1", var id, ..] => Link(address, id, null),
            ["i", ..] => null,
            ["embed", "Tweet.html" or "index.html", ..] => Link(address, address.Query("id"), null),
            ["widgets", "tweet.html" or "Tweet.html", ..] => Link(address, address.Query("id"), null),
            ["status" or "statuses", var id, ..] => Link(address, id, null),
            [var handle, "status" or "statuses" or "article", var id, ..] => Link(address, id, handle),
            [var handle, "web", "status", var id, ..] => Link(address, id, handle),
            _ => null,
        };
    }

    private PostLink? Inner(string? text) =>
        WebAddress.TryParse(text, out var inner) && (inner.IsUnder("twitter.com") || inner.IsUnder("x.com")) ? ReadLink(inner) : null;

    private static PostLink? Link(WebAddress address, string? idText, string? handle, PostKind? kind = null)
    {
        if (LeadingId(idText) is not { } id)
            return null;
        handle = IsHandle(handle) ? handle : null;
        return new PostLink
        {
            Platform = "x",
            NativeId = id,
            Handle = handle,
            Kind = kind,
            Permalink = $"https://x.com/{handle ?? "i"}/status/{id}",
            Seen = address.Text,
        };
    }

    /// <inheritdoc/>
    /// <remarks>The short ids of the first years are numbers of anything else as well, so they do not count without an address.</remarks>
    public override PostLink? FromId(string id) => LeadingId(id) is { Length: >= 10 } digits && digits.Length == id.Length
        ? new PostLink { Platform = Id, NativeId = id, Permalink = $"https://x.com/i/status/{id}", Seen = $"https://twitter.com/i/status/{id}" }
        : null;

    /// <summary>The digits at the start; editors glue words and stray signs to them. Ids of 12 to 14 digits were never given out.</summary>
    private static string? LeadingId(string? text)
    {
        if (text is null)
            return null;
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        return length is > 0 and < 12 or > 14 and <= 20 && text[0] != '0' ? text[..length] : null;
    }

    /// <summary>Some editors write a stand-in where the handle belongs; X itself only looks at the id.</summary>
    private static bool IsHandle(string? text) =>
        text is { Length: >= 1 and <= 20 }
        && text.AsSpan().IndexOfAnyExcept(HandleChars) < 0
        && text.ToLowerInvariant() is not ("i" or "x" or "anyuser" or "user" or "twitter" or "web" or "statuses" or "status");

    private static readonly System.Buffers.SearchValues<char> HandleChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>
    /// Unix milliseconds = (id >> 22) + 1288834974657 (Twitter's snowflake). The id is made up to a minute before or after
    /// the time that X shows; seconds are what the public times have.
    /// </remarks>
    public override Published? TimeOf(PostLink link)
    {
        if (!ulong.TryParse(link.NativeId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= LastSequentialId)
            return null;
        return PublishedTime.FromUnixMilliseconds((long)(id >> 22) + SnowflakeEpochMs, DatePrecision.Second);
    }

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://x.com/{handle}";

    private const int MaxInnerQuotes = 4;

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => XSources.Of(this, link);

    /// <inheritdoc/>
    /// <remarks>Archives hold posts under the address of their time, mostly the old host's.</remarks>
    public override ImmutableArray<string> ArchivedUnder(PostLink link) =>
        link.Handle is { } handle
            ? [$"https://twitter.com/{handle}/status/{link.NativeId}", $"https://x.com/{handle}/status/{link.NativeId}", $"https://mobile.twitter.com/{handle}/status/{link.NativeId}"]
            : [$"https://twitter.com/i/status/{link.NativeId}", $"https://twitter.com/i/web/status/{link.NativeId}"];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "link" or "meta" or "body" or "html")
            return null;
        if (element.LocalName is "amp-twitter" or "bento-twitter")
            return ReadAmp(element);
        if (XDrawnPost.Read(element, ByIdOrAddress) is { } drawn)
            return drawn;
        if (IsForeign(element))
            return null;
        if (element.LocalName is "blockquote" || IsQuoteLike(element))
            return ReadQuote(element, EmbedForm.Blockquote, "x.blockquote");
        return ReadById(element);
    }

    /// <summary>Half of all sites mark anything with <c>data-testid</c>; without a sign of X's own it is theirs.</summary>
    private bool IsForeign(IElement element) =>
        element.HasAttribute("data-testid") && element.LocalName is not "twitter-widget" && ByAttribute(element) is null
        && element.GetAttribute("class")?.Contains("tweet", StringComparison.OrdinalIgnoreCase) != true && element.GetAttribute("class")?.Contains("twitter-video", StringComparison.Ordinal) != true;

    /// <summary>A <c>div</c> or <c>a</c> with the official class that still holds the permalink in a link.</summary>
    private static bool IsQuoteLike(IElement element) =>
        (element.ClassList.Contains("twitter-tweet") || element.ClassList.Contains("twitter-video") || element.ClassList.Contains("nojs-tweet"))
        && !element.ClassList.Contains("twitter-tweet-rendered")
        && (element.LocalName == "a" || element.QuerySelector("a[href]") is not null);

    /// <summary>The official quotation of every generation: words, then <c>— Name (@handle) date</c>, the date being the permalink.</summary>
    private EmbedReading? ReadQuote(IElement quote, string form, string rule)
    {
        var inner = InnerQuotes(quote);
        if (ReadQuote(quote, inner, form, rule, out var signature) is not { } reading)
            return null;
        // What stands behind the signature is no part of the post: somebody forgot to close the quotation.
        var quoted = inner.Find(i => signature is null || i.CompareDocumentPosition(signature).HasFlag(DocumentPositions.Following));
        return quoted is null ? reading : reading with { Facts = reading.Facts with { Quoted = ReadQuote(quoted, [], form, rule, out _)?.ToReference() } };
    }

    /// <summary>Quotations inside a quotation are other posts'.</summary>
    private List<IElement> InnerQuotes(IElement quote) =>
        [.. quote.QuerySelectorAll("blockquote").Take(MaxInnerQuotes).Where(b => LastPostLink(MarkupText.Of(b), b, out _) >= 0)];

    private EmbedReading? ReadQuote(IElement quote, List<IElement> inner, string form, string rule, out IElement? signature)
    {
        var markup = MarkupText.Of(quote, inner.Count == 0 ? null : inner.Contains);
        var at = LastPostLink(markup, quote, out var link);
        signature = at < 0 ? null : markup.Links[at].Element;
        if (link is null)
            return inner.Count > 0 ? null : ReadById(quote) ?? ReadWordsOnly(quote, form);

        var anchor = at >= 0 ? markup.Links[at] : new MarkupLink(markup.Text.Length, markup.Text.Length, "", quote);
        var byLink = SignedLine.ByLink(markup.Text, anchor.Start, anchor.End);
        var signed = SignedLine.Before(markup.Text, anchor.Start) ?? byLink;
        var text = markup.Slice(0, signed?.Start ?? anchor.Start, TextCompleteness.Full);
        if (signed is null && text is not null && !LooksLikeWords(text, quote))
            text = null;

        return new EmbedReading
        {
            Link = link,
            Form = form,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = rule,
                Author = AuthorOf(signed),
                Text = text is null ? null : WithLanguage(text, quote),
                Published = Printed(markup, anchor, signed is not null && byLink is null),
                Thread = ParentOf(quote),
            },
        };
    }

    /// <summary>A feed or teaser may cut the code before its permalink; the words are in the code's own paragraph.</summary>
    private static EmbedReading? ReadWordsOnly(IElement quote, string form) =>
        quote.QuerySelector("p[lang][dir]") is { } words && MarkupText.Of(words) is var markup && markup.Slice(0, markup.Text.Length) is { } text
            ? new EmbedReading { Form = form, Facts = new PostFacts { Via = Via.Markup, Rule = "x.blockquote", Text = WithLanguage(text, quote) } }
            : null;

    private int LastPostLink(MarkupText markup, IElement quote, out PostLink? link)
    {
        for (var i = markup.Links.Length - 1; i >= 0; i--)
        {
            if (WebAddress.TryParse(markup.Links[i].Href, out var address) && WrappedAddress.Unwrap(address) is var inner
                && Domains.Any(inner.IsUnder) && ReadLink(inner) is { } found)
            {
                link = found with { Seen = address.Text };
                return i;
            }
        }

        link = quote.LocalName == "a" && WebAddress.TryParse(quote.GetAttribute("href"), out var own) ? ReadLink(own) : null;
        link ??= WebAddress.TryParse(quote.GetAttribute("cite"), out var cite) ? ReadLink(cite) : null;
        return -1;
    }

    /// <summary>Without a signature only a paragraph of its own counts as words: a lone link's label is the editor's.</summary>
    private static bool LooksLikeWords(PostText text, IElement quote) =>
        quote.QuerySelector("p") is { } p && !string.IsNullOrWhiteSpace(p.TextContent) && text.Value.Length > 0 && quote.LocalName != "a";

    private static PostText WithLanguage(PostText text, IElement quote)
    {
        var p = quote.QuerySelector("p[lang]");
        var lang = p?.GetAttribute("lang");
        var body = text with
        {
            Completeness = IsCut(text) ? TextCompleteness.Truncated : TextCompleteness.Full,
            Dir = p?.GetAttribute("dir") switch { "ltr" => TextDirection.Ltr, "rtl" => TextDirection.Rtl, _ => null },
        };
        // "und" and "zxx" are X's own way to say that it does not know.
        return LanguageTag.IsKnown(lang) ? body with { Lang = lang, LangSource = LanguageSource.Declared } : body;
    }

    /// <summary>A long post is cut in the embed and ends with <c>… https://t.co/…</c>. Until 2013 links themselves are shown cut.</summary>
    private static bool IsCut(PostText text)
    {
        var words = text.Value.AsSpan().TrimEnd();
        if (words.EndsWith("…") && text.Facets is [.., { Type: FacetType.Link } link] && link.End == CodePoints.Count(text.Value))
            return false;
        var last = words.LastIndexOf("https://t.co/");
        if (last > 0 && !words[last..].Contains(' '))
            words = words[..last].TrimEnd();
        return words.EndsWith("…");
    }

    private static Author? AuthorOf(SignedLine? signed) => AuthorOf(signed?.Name, signed?.Handle);

    private static Author? AuthorOf(string? name, string? handle) =>
        string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(handle)
            ? null
            : new Author { Name = Blank(name), Handle = Blank(handle) };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Published? Printed(MarkupText markup, MarkupLink anchor, bool isSigned)
    {
        var shown = markup.Text[anchor.Start..anchor.End].Trim();
        var exact = anchor.Element.GetAttribute("data-datetime") ?? anchor.Element.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        if (shown.Length == 0)
            return PublishedTime.FromIso(exact);
        if (PublishedTime.FromIso(exact) is { } time)
            return time with { AsShown = shown };
        // A lone link may say anything: "Loading the post…" is no date.
        var printed = PublishedTime.FromPrinted(shown);
        return isSigned || printed.At is not null ? printed : null;
    }

    /// <summary>Until 2013 the code named the post that it answers.</summary>
    private static PostThread? ParentOf(IElement quote) =>
        LeadingId(quote.GetAttribute("data-in-reply-to")) is { } parent
            ? new PostThread { Parent = new PostRef { Key = $"x:{parent}", Url = $"https://x.com/i/status/{parent}" } }
            : null;

    /// <summary>What the script leaves behind, and placeholders: an id in an attribute or in the frame's address.</summary>
    private EmbedReading? ReadById(IElement element)
    {
        var rendered = element.ClassList.Contains("twitter-tweet-rendered") || element.LocalName is "twitter-widget" or "iframe";
        var link = ByAttribute(element)
            ?? ByFrame(element.LocalName == "iframe" ? element : element.QuerySelector("iframe"))
            ?? ByAttribute(element.QuerySelector("[data-tweet-id]"));
        return link is null ? null : new EmbedReading
        {
            Link = link,
            Form = rendered ? EmbedForm.Rendered : EmbedForm.Lazy,
            Facts = new PostFacts { Via = Via.Markup, Rule = "x.id" },
        };
    }

    private PostLink? ByAttribute(IElement? element)
    {
        var value = element?.GetAttribute("data-tweet-id") ?? element?.GetAttribute("data-tweetid") ?? element?.GetAttribute("tweetid");
        return value is null ? null : ByIdOrAddress(value);
    }

    private PostLink? ByIdOrAddress(string? value) =>
        value is null ? null : WebAddress.TryParse(value, out var address) ? ReadLink(WrappedAddress.Unwrap(address)) : FromId(value.Trim());

    private PostLink? ByFrame(IElement? frame) =>
        frame is not null && WebAddress.TryParse(frame.GetAttribute("src") ?? frame.GetAttribute("data-src"), out var address) && Domains.Any(address.IsUnder)
            ? ReadLink(address)
            : null;

    private EmbedReading? ReadAmp(IElement element)
    {
        if (element.HasAttribute("data-timeline-source-type") || ByAttribute(element) is not { } link)
            return null;
        var inner = element.QuerySelector("blockquote");
        var quote = inner is null ? null : ReadQuote(inner, EmbedForm.Amp, "x.amp");
        if (quote?.Link?.NativeId == link.NativeId)
            return quote;
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Amp,
            Facts = new PostFacts { Via = Via.Markup, Rule = "x.amp" },
        };
    }
}
