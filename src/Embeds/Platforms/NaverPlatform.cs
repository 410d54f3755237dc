using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Naver TV. Naver's blog posts are articles.</summary>
internal sealed class NaverPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "naver";

    /// <inheritdoc/>
    public override string Name => "Naver TV";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["tv.naver.com", "tvcast.naver.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments is ["v" or "embed", var id] && id.Length is >= 1 and <= 12 && id.All(char.IsAsciiDigit)
        ? new PostLink { Platform = "naver", NativeId = id, Permalink = "https://tv.naver.com/v/" + id, Kind = PostKind.Video, Seen = address.Text }
        : null;

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "naver.frame");
}
