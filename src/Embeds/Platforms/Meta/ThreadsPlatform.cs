using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>Threads, by Instagram. Its embed shows no word of the post, only whose it is.</summary>
internal sealed class ThreadsPlatform : Platform
{
    private const string BoxIdPrefix = "ig-tp-";
    private static readonly SearchValues<char> HandleChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._");

    /// <inheritdoc/>
    public override string Id => "threads";

    /// <inheritdoc/>
    public override string Name => "Threads";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "threads.com", "threads.net",
        // Mirrors that keep the path.
        "fixthreads.net", "fixthreads.seria.moe", "vxthreads.net", "viewthreads.net",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } =
    [
        EmbedMark.Class("text-post-media"), EmbedMark.Attribute("data-text-post-permalink"), EmbedMark.IdPrefix(BoxIdPrefix),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("threads.net", "embed.js"), new("threads.com", "embed.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["t", var code, ..] => Link(address.Text, code, null),
        ["ap", "users", _, "post", var number, ..] => ByNumber(address, number),
        [['@', .. var handle], "post", var code, ..] => Link(address.Text, code, handle),
        _ => null,
    };

    /// <summary>ActivityPub names a post by the number that its code writes in base 64.</summary>
    private static PostLink? ByNumber(WebAddress address, string number) =>
        number.Length is >= 17 and <= 20 && ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Link(address.Text, MediaCode.FromNumber(value), null)
            : null;

    private static PostLink? Link(string? seen, string code, string? handle)
    {
        handle = handle?.ToLowerInvariant();
        if (code.Length is < 10 or > 12 || !MediaCode.Is(code) || handle is not null && !IsHandle(handle))
            return null;
        var permalink = handle is null ? $"https://www.threads.com/t/{code}" : $"https://www.threads.com/@{handle}/post/{code}";
        return new PostLink { Platform = "threads", NativeId = code, Permalink = permalink, Handle = handle, Seen = seen ?? permalink };
    }

    private static bool IsHandle(string text) => text.Length is >= 1 and <= 30 && !text.AsSpan().ContainsAnyExcept(HandleChars);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.threads.com/@{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => ThreadsSources.Of(this, link);

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override Published? TimeOf(PostLink link) => MediaCode.TimeOf(link.NativeId);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.LocalName is "script" or "body" or "html")
            return null;
        var frame = element.LocalName == "iframe" ? element : element.QuerySelector("iframe[src]");
        var link = ReadOwnLink(element.GetAttribute("data-text-post-permalink"))
            ?? ReadOwnLink(frame?.GetAttribute("src"))
            ?? FirstPostIn(element)
            ?? ByBoxId(element.Id);
        return link is null ? null : EmbedReading.LinkOnly(link, frame is null ? EmbedForm.Blockquote : EmbedForm.Rendered, "threads.post");
    }

    private PostLink? FirstPostIn(IElement element)
    {
        foreach (var anchor in element.QuerySelectorAll("a[href]"))
        {
            if (ReadOwnLink(anchor.GetAttribute("href")) is { } link)
                return link;
        }

        return null;
    }

    /// <summary>Where a sanitizer took the other attributes, the box's id still holds the code.</summary>
    private static PostLink? ByBoxId(string? id)
    {
        if (id is null || !id.StartsWith(BoxIdPrefix, StringComparison.Ordinal))
            return null;
        return Link(null, id[BoxIdPrefix.Length..], null);
    }
}
