using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>Instagram.</summary>
internal sealed class InstagramPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "instagram";

    /// <inheritdoc/>
    public override string Name => "Instagram";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "instagram.com", "instagr.am",
        // Mirrors that keep the path.
        "ddinstagram.com", "kkinstagram.com", "oginstagram.com", "vxinstagram.com",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("instagram-media"), EmbedMark.Class("instagram-media-rendered"),
        EmbedMark.Element("amp-instagram"), EmbedMark.Element("bento-instagram"),
        EmbedMark.Attribute("data-instgrm-permalink"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } =
    [
        new("instagram.com", "embed.js") { Global = "instgrm" },
        new("platform.instagram.com", "embeds.js") { Global = "instgrm" },
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["accounts", "login", ..] => address.Query("next") is { } next && WebAddress.TryParse("https://www.instagram.com" + next, out var inner) ? ReadLink(inner) : null,
        ["share" or "stories" or "explore" or "direct", ..] => null,
        ["reels", "audio", ..] => null,
        [var kind, var code, ..] when KindOf(kind) is { } post => Link(address, code, null, post),
        [var handle, var kind, var code, ..] when KindOf(kind) is { } post => Link(address, code, handle, post),
        _ => null,
    };

    private static PostKind? KindOf(string segment) => segment switch
    {
        "p" => PostKind.Post,
        "tv" or "reel" or "reels" => PostKind.Video,
        _ => null,
    };

    private static PostLink? Link(WebAddress address, string text, string? handle, PostKind kind)
    {
        // A share of a private account carries 28 more characters, which are the key and not the code.
        var code = text.Length >= 39 ? text[..^28] : text;
        if (code.Length is < 5 or > 12 || !MediaCode.Is(code))
            return null;
        return new PostLink
        {
            Platform = "instagram",
            NativeId = code,
            Handle = IsHandle(handle) ? handle!.ToLowerInvariant() : null,
            Kind = kind == PostKind.Post ? null : kind,
            Permalink = $"https://www.instagram.com/p/{code}/",
            Seen = address.Text,
        };
    }

    /// <inheritdoc/>
    /// <remarks>A number or a short word is a code only by its address.</remarks>
    public override PostLink? FromId(string id) =>
        id.Length is >= 10 and <= 12 && !id.All(char.IsAsciiDigit) && WebAddress.TryParse($"https://www.instagram.com/p/{id}/", out var address) ? ReadLink(address) : null;

    private static bool IsHandle(string? text)
    {
        if (text is null || text.Length is 0 or > 30)
            return false;
        foreach (var c in text)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c is '.' or '_'))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.instagram.com/{handle}/";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => InstagramSources.Of(this, link);

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override Published? TimeOf(PostLink link) => MediaCode.TimeOf(link.NativeId);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => element.LocalName switch
    {
        "script" or "style" or "link" or "body" or "html" => null,
        "amp-instagram" or "bento-instagram" => ReadAmp(element),
        "iframe" => WebAddress.TryParse(element.GetAttribute("src"), out var src) && ReadLink(src) is { } link ? Only(link, EmbedForm.Rendered, "instagram.rendered") : null,
        _ => ReadQuote(element),
    };

    private EmbedReading? ReadAmp(IElement element)
    {
        var code = element.GetAttribute("data-shortcode")?.Trim();
        return code is not null && WebAddress.TryParse($"https://www.instagram.com/p/{code}/", out var address) && ReadLink(address) is { } link
            ? Only(link, EmbedForm.Amp, "instagram.amp")
            : null;
    }

    private static EmbedReading Only(PostLink link, string form, string rule) =>
        new() { Link = link, Form = form, Facts = new PostFacts { Via = Via.Markup, Rule = rule } };

    /// <summary>
    /// The official quotation: until 2019 the caption in a link of its own, then a line that names the author and the time;
    /// since 2020 only that line, without a time.
    /// </summary>
    private EmbedReading? ReadQuote(IElement quote)
    {
        var tailElement = TailOf(quote);
        var markup = MarkupText.Of(quote, e => ReferenceEquals(e, tailElement));
        var link = Own(quote.GetAttribute("data-instgrm-permalink")) ?? Own(quote.QuerySelector("a[href*='/p/'], a[href*='/reel'], a[href*='/tv/']")?.GetAttribute("href"));
        if (link is null)
            return null;

        var tail = tailElement is null
            ? InstagramTail.In(markup.Text)
            : InstagramTail.OfLine(MarkupText.Of(tailElement).Text) with { Start = markup.Text.Length };
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Blockquote,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "instagram.blockquote",
                Author = tail.Name is null && tail.Handle is null ? null : new Author { Name = tail.Name, Handle = tail.Handle },
                Text = Caption(markup, tail.Start),
                Published = Time(quote),
            },
        };
    }

    /// <summary>The official code of every version prints the author's line in one grey, and nothing else.</summary>
    private static IElement? TailOf(IElement quote)
    {
        var grey = quote.QuerySelectorAll("p[style*='c9c8cd'], a[style*='c9c8cd']");
        if (grey.Length == 0)
            return null;
        var last = grey[grey.Length - 1];
        return last.LocalName == "a" && last.ParentElement is { LocalName: "p" } line && grey.Length > 1 && ReferenceEquals(line, grey[grey.Length - 2]) ? line : last;
    }

    private PostLink? Own(string? address) =>
        WebAddress.TryParse(address, out var parsed) && WrappedAddress.Unwrap(parsed) is var inner && Domains.Any(inner.IsUnder) ? ReadLink(inner) : null;

    /// <summary>The caption is all that stands before the author's line, less the invitation to view the post.</summary>
    private PostText? Caption(MarkupText markup, int end)
    {
        var start = 0;
        foreach (var link in markup.Links)
        {
            // The invitation is a link of its own to the post, made of one line and the first thing in the quotation.
            if (link.Start == start && link.End <= end && InstagramTail.IsInvitation(markup.Text.AsSpan(link.Start, link.End - link.Start)))
                start = link.End;
        }

        var text = markup.Slice(start, end);
        if (text is null || InstagramTail.IsInvitation(text.Value) || end == markup.Text.Length && IsLabel(text.Value))
            return null;
        // The caption is wrapped whole in a link to the post: that link is the frame's, not the author's.
        return text with { Facets = text.Facets.RemoveAll(f => f.Type == FacetType.Link && Own(f.Target) is not null) };
    }

    /// <summary>Without the author's line, a few words that name the platform are a label of the site's: "Instagram Beitrag".</summary>
    private static bool IsLabel(string words) => words.Length <= 40 && words.Contains("Instagram", StringComparison.OrdinalIgnoreCase);

    private static Published? Time(IElement quote)
    {
        if (quote.QuerySelector("time[datetime]") is not { } time || PublishedTime.FromIso(time.GetAttribute("datetime")) is not { } exact)
            return null;
        var shown = time.TextContent.Trim();
        return shown.Length == 0 ? exact : exact with { AsShown = shown };
    }
}
