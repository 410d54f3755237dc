using System.Buffers;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Bluesky, and what else shows posts of the AT Protocol.</summary>
internal sealed class BlueskyPlatform : Platform
{
    private const string Collection = "app.bsky.feed.post";
    private const string TidAlphabet = "234567abcdefghijklmnopqrstuvwxyz";
    private const int TidLength = 13;
    private static readonly SearchValues<char> TidChars = SearchValues.Create(TidAlphabet);
    private static readonly SearchValues<char> KeyChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:~-");
    private static readonly SearchValues<char> HandleChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");
    private static readonly long FirstPlausibleMs = new DateTimeOffset(2022, 11, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public override string Id => "bluesky";

    /// <inheritdoc/>
    public override string Name => "Bluesky";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["bluesky", "bsky"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "bsky.app", "main.bsky.dev", "staging.bsky.app",
        // Mirrors and other clients that keep the path.
        "fxbsky.app", "bskyx.app", "bskye.app", "vxbsky.app", "bsyy.app", "xbsky.app",
        "deer.social", "blacksky.community", "witchsky.app",
        "skyview.social",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("bluesky-embed"), EmbedMark.Attribute("data-bluesky-uri"),
        EmbedMark.Element("bsky-post"), EmbedMark.Element("bluesky-post"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("embed.bsky.app", "embed.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Host switch
    {
        "skyview.social" => ReadOwnLink(address.Query("url")),
        "go.bsky.app" => address.Segments is ["redirect", ..] ? ReadOwnLink(address.Query("u")) : null,
        _ => address.Segments switch
        {
            ["profile", var who, "post", var key, ..] => Link(address.Text, who, key),
            ["embed", var who, Collection, var key, ..] => Link(address.Text, who, key),
            ["oembed", ..] => ReadOwnLink(address.Query("url")) ?? OfUri(address.Query("url")),
            _ => null,
        },
    };

    /// <inheritdoc/>
    /// <remarks>Of a record, its address; its key alone does not say whose it is.</remarks>
    public override PostLink? FromId(string id) => OfUri(id);

    /// <summary>The address of a record: <c>at://did:plc:…/app.bsky.feed.post/3lljyfbtlgs2a</c>.</summary>
    private static PostLink? OfUri(string? uri)
    {
        const string scheme = "at://";
        uri = uri?.Trim();
        return uri is not null && uri.StartsWith(scheme, StringComparison.Ordinal) && uri[scheme.Length..].Split('/', 4) is [var who, Collection, var key]
            ? Link(uri, who, key)
            : null;
    }

    private static PostLink? Link(string seen, string who, string key)
    {
        var handle = HandleOf(who);
        var repository = handle ?? (IsDid(who) ? who : null);
        if (repository is null || key.Length is 0 or > 512 || key is "." or ".." || key.AsSpan().ContainsAnyExcept(KeyChars))
            return null;
        return new PostLink
        {
            Platform = "bluesky",
            // A key made of the time is nobody else's. Any other is only unique among its author's.
            NativeId = IsTid(key) ? key : $"{repository}/{key}",
            Permalink = PermalinkOf(repository, key),
            Handle = handle,
            Seen = seen,
        };
    }

    private static string PermalinkOf(string repository, string key) => $"https://bsky.app/profile/{repository}/post/{key}";

    private static bool IsDid(string text) =>
        text.Length <= 2048 && (text.StartsWith("did:plc:", StringComparison.Ordinal) && text.Length == 32 || text.StartsWith("did:web:", StringComparison.Ordinal) && text.Length > 10)
        && !text.AsSpan(8).ContainsAnyExcept(KeyChars);

    /// <summary>A handle is a domain. Bluesky shows <c>handle.invalid</c> for one that no longer leads to its account.</summary>
    private static string? HandleOf(string? text)
    {
        var handle = text?.Trim().TrimStart('@').ToLowerInvariant();
        return handle is { Length: >= 3 and <= 253 } and not "handle.invalid" && !handle.AsSpan().ContainsAnyExcept(HandleChars)
            && handle.LastIndexOf('.') is var dot && dot > 0 && dot < handle.Length - 1 && !char.IsAsciiDigit(handle[dot + 1])
            ? handle
            : null;
    }

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://bsky.app/profile/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
        WebAddress.TryParse(link.Permalink, out var address) && address.Segments is ["profile", var repository, "post", var key] ? BlueskySources.Of(this, link, repository, key) : [];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>
    /// A key made of the time holds Unix microseconds above ten bits of clock id, in base 32 (AT Protocol, "TID"). It is the
    /// clock of the author's program, seconds off the time that the post declares, and an importer may lay years between.
    /// </remarks>
    public override Published? TimeOf(PostLink link)
    {
        if (!IsTid(link.NativeId))
            return null;
        var number = 0UL;
        foreach (var c in link.NativeId)
            number = (number << 5) | (uint)TidAlphabet.IndexOf(c, StringComparison.Ordinal);
        var ms = (long)(number >> 10) / 1000;
        return ms < FirstPlausibleMs ? null : PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Second);
    }

    /// <summary>Thirteen signs of which the first is at most <c>j</c>, for the top bit is not used.</summary>
    private static bool IsTid(string key) =>
        key.Length == TidLength && key[0] <= 'j' && !key.AsSpan().ContainsAnyExcept(TidChars);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => element.LocalName switch
    {
        "script" or "body" or "html" or "a" => null,
        "iframe" => ReadOwnLink(element.GetAttribute("src")) is { } link ? EmbedReading.LinkOnly(link, EmbedForm.Rendered, "bluesky.frame") : null,
        "bsky-post" or "bluesky-post" => ReadComponent(element),
        _ => ReadQuote(element, EmbedForm.Blockquote) ?? ReadRendered(element),
    };

    /// <summary>What the official script leaves: the same class, a frame in place of the words.</summary>
    private EmbedReading? ReadRendered(IElement element) =>
        ReadOwnLink(element.QuerySelector("iframe[src]")?.GetAttribute("src")) is { } link
            ? EmbedReading.LinkOnly(link, EmbedForm.Rendered, "bluesky.frame")
            : null;

    private EmbedReading? ReadComponent(IElement element)
    {
        if (OwnLink(element.GetAttribute("src")) is not { } link)
            return null;
        return element.QuerySelector("blockquote") is { } inner && ReadQuote(inner, EmbedForm.CmsWrapper) is { } quote && quote.Link?.NativeId == link.NativeId
            ? quote
            : EmbedReading.LinkOnly(link, EmbedForm.Lazy, "bluesky.component");
    }

    private PostLink? OwnLink(string? text) => OfUri(text) ?? ReadOwnLink(text);

    /// <summary>
    /// The official quotation: the words with their own line ends, then <c>— Name (@handle) date</c>, where the date is the
    /// permalink and the zone that of whoever copied the code.
    /// </summary>
    private EmbedReading? ReadQuote(IElement quote, string form)
    {
        var markup = MarkupText.WithLineEnds(quote, IsStandIn);
        var anchor = LastPostLink(markup, out var shown);
        if ((OwnLink(quote.GetAttribute("data-bluesky-uri")) ?? OwnLink(quote.GetAttribute("cite")) ?? shown) is not { } link)
            return null;

        var end = anchor is { } date ? date.Start : markup.Text.Length;
        var signed = SignedLine.Before(markup.Text, end);
        var handle = HandleOf(signed?.Handle);
        return new EmbedReading
        {
            Link = handle is null ? link : link with { Handle = handle, Permalink = PermalinkOf(handle, KeyOf(link)) },
            Form = form,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "bluesky.blockquote",
                Author = signed is null ? null : new Author { Name = signed.Value.Name, Handle = handle, Id = DidOf(link) },
                Text = quote.QuerySelector("p") is { } words && Words(markup, signed?.Start ?? end) is { } text ? WithLanguage(text, words) : null,
                Published = signed is not null && anchor is { } at && markup.Text[at.Start..at.End].Trim() is { Length: > 0 } printed ? Printed(printed) : null,
            },
        };
    }

    /// <summary><c>[image or embed]</c> stands for what the code cannot show; it is a link to the post and no word of it.</summary>
    private static bool IsStandIn(IElement element) =>
        element.LocalName == "a" && element.TextContent.AsSpan().Trim() is "[image or embed]";

    private MarkupLink? LastPostLink(MarkupText markup, out PostLink? link)
    {
        for (var i = markup.Links.Length - 1; i >= 0; i--)
        {
            link = OwnLink(markup.Links[i].Href);
            if (link is not null)
                return markup.Links[i];
        }

        link = null;
        return null;
    }

    /// <summary>Generators that mix up the fields write the account's id where the words belong.</summary>
    private static PostText? Words(MarkupText markup, int end) =>
        markup.Slice(0, end) is { } text && !IsDid(text.Value) ? text : null;

    private static PostText WithLanguage(PostText text, IElement words) =>
        words.GetAttribute("lang") is { } lang && LanguageTag.IsKnown(lang) ? text with { Lang = lang, LangSource = LanguageSource.Declared } : text;

    private static Published? Printed(string shown) => (PublishedTime.FromIso(shown) ?? PublishedTime.FromPrinted(shown))! with { AsShown = shown };

    private static string KeyOf(PostLink link) => link.Permalink[(link.Permalink.LastIndexOf('/') + 1)..];

    private static string? DidOf(PostLink link) =>
        link.Permalink.Split('/') is [_, _, _, "profile", var who, ..] && IsDid(who) ? who : null;
}
