using System.Collections.Immutable;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>LINE: posts of VOOM and of the timeline before it. Neither has an embed; articles link them.</summary>
internal sealed class LinePlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "line";

    /// <inheritdoc/>
    public override string Name => "LINE VOOM";

    /// <inheritdoc/>
    /// <remarks>The name is a word of too many a class, and no tool keeps an id beside it.</remarks>
    public override ImmutableArray<string> Nicknames => [];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["linevoom.line.me", "timeline.line.me"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["post", var id] when IsId(id) => Of(address, id, id),
        ["post", var owner, var id] when IsId(owner) && IsId(id) => Of(address, id, $"{owner}/{id}"),
        _ => null,
    };

    private static PostLink Of(WebAddress address, string id, string path) => new()
    {
        Platform = "line",
        NativeId = id,
        Permalink = $"https://{address.Host}/post/{path}",
        Kind = PostKind.Post,
        Seen = address.Text,
    };

    private static bool IsId(string text) => text.Length is >= 5 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Both have ended.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [];
}
