using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Vine, closed in January 2017.</summary>
internal sealed class VinePlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "vine";

    /// <inheritdoc/>
    public override string Name => "Vine";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["vine.co"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Element("amp-vine")];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("platform.vine.co", "embed.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["v", var id, ..] => Of(address, id),
        ["oembed", var id] => Of(address, id),
        ["oembed.json" or "oembed.xml"] => ReadInner(address, address.Query("url")) ?? Of(address, address.Query("id")),
        _ => null,
    };

    private static PostLink? Of(WebAddress address, string? id) =>
        id is { Length: 11 } && id.All(char.IsAsciiLetterOrDigit)
            ? new PostLink { Platform = "vine", NativeId = id, Permalink = "https://vine.co/v/" + id, Kind = PostKind.Video, Seen = address.Text }
            : null;

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => ReadOwnLink("https://vine.co/v/" + id);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [VineArchive.SourceOf(link)];

    /// <inheritdoc/>
    internal override PostFacts? ReadArchived(PostLink link, SourceAnswer copy) => VineArchive.ReadCopy(link, copy) ?? base.ReadArchived(link, copy);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) => PlayerElement.Read(this, element, ["data-vineid"], "https://vine.co/v/");

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "vine.frame");
}
