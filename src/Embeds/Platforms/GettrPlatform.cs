using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>GETTR. It has no embeds; articles carry its addresses.</summary>
internal sealed class GettrPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "gettr";

    /// <inheritdoc/>
    public override string Name => "GETTR";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["gettr.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["post", var id, ..] => Link(address, "post", id, 'p', null),
        ["comment", var id, ..] => Link(address, "comment", id, 'c', PostKind.Comment),
        ["streaming", var id, ..] => Link(address, "streaming", id, 'p', PostKind.Video),
        _ => null,
    };

    /// <summary>An id begins with the letter of its kind; a live stream is a post.</summary>
    private static PostLink? Link(WebAddress address, string path, string id, char letter, PostKind? kind)
    {
        id = id.ToLowerInvariant();
        return id.Length is >= 5 and <= 20 && id[0] == letter && id.All(char.IsAsciiLetterOrDigit)
            ? new PostLink { Platform = "gettr", NativeId = id, Permalink = $"https://gettr.com/{path}/{id}", Kind = kind, Seen = address.Text }
            : null;
    }

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://gettr.com/user/{handle}";
}
