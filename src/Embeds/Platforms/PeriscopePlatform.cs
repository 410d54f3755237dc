using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Periscope, closed in March 2021.</summary>
internal sealed class PeriscopePlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "periscope";

    /// <inheritdoc/>
    public override string Name => "Periscope";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["periscope.tv", "pscp.tv"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["w", var id] => Of(address, id, null),
        [var user, var id] => Of(address, id, user),
        _ => null,
    };

    private static PostLink? Of(WebAddress address, string id, string? user) =>
        id.Length == 13 && id.All(char.IsAsciiLetterOrDigit)
            ? new PostLink { Platform = "periscope", NativeId = id, Permalink = "https://www.periscope.tv/w/" + id, Handle = user, Kind = PostKind.Video, Seen = address.Text }
            : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.periscope.tv/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Nothing answers any more.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [];

    /// <inheritdoc/>
    public override ImmutableArray<string> ArchivedUnder(PostLink link) => link.Handle is { } user
        ? [link.Permalink, $"https://www.periscope.tv/{user}/{link.NativeId}", $"https://www.pscp.tv/w/{link.NativeId}"]
        : [link.Permalink, $"https://www.pscp.tv/w/{link.NativeId}", $"https://twitter.com/i/broadcasts/{link.NativeId}"];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "periscope.frame");
}
