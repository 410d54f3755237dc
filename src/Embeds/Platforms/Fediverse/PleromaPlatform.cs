using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>
/// Pleroma and Akkoma. Nothing in a page tells their embeds from others' (a frame of <c>/embed/{id}</c> may be any player's), so
/// a post is known only on the servers known here.
/// </summary>
internal sealed class PleromaPlatform : Platform
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int FlakeLength = 18;
    private static readonly SearchValues<char> FlakeChars = SearchValues.Create(Alphabet);

    /// <inheritdoc/>
    public override string Id => "pleroma";

    /// <inheritdoc/>
    public override string Name => "Pleroma";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
        ["fe.disroot.org", "ihatebeinga.live", "pleroma.envs.net", "poa.st", "social.kernel.org", "spinster.xyz"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["notice" or "embed", var id, ..] when IsFlake(id) => Link(address, $"notice/{id}", id, null),
        [['@', .. var user], "posts", var id, ..] when IsFlake(id) && MastodonStatus.IsUser(user) => Link(address, $"@{user}/posts/{id}", id, user),
        ["objects", var id, ..] when Guid.TryParseExact(id, "D", out var uuid) => Link(address, $"objects/{uuid:D}", uuid.ToString("D"), null),
        _ => null,
    };

    private static PostLink Link(WebAddress address, string path, string id, string? user) => new()
    {
        Platform = "pleroma",
        NativeId = $"{address.Host}/{id}",
        Permalink = $"https://{address.Host}/{path}",
        Handle = user is null || user.Contains('@') ? user : $"{user}@{address.Host}",
        Seen = address.Text,
    };

    private static bool IsFlake(ReadOnlySpan<char> text) => text.Length == FlakeLength && !text.ContainsAnyExcept(FlakeChars);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => FediverseHandle.ProfileOf(handle);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
        link.NativeId[(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1)..] is var id && IsFlake(id) ? StatusSources.Of(this, link, id) : [StatusSources.ActivityPub(this, link)];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>A flake is 128 bits in base 62, the upper half of which is Unix milliseconds.</remarks>
    public override Published? TimeOf(PostLink link)
    {
        var id = link.NativeId.AsSpan(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1);
        if (!IsFlake(id))
            return null;
        var number = BigInteger.Zero;
        foreach (var c in id)
            number = (number * 62) + Alphabet.IndexOf(c, StringComparison.Ordinal);
        var ms = number >> 64;
        return ms > long.MaxValue / 2 ? null : PublishedTime.FromUnixMilliseconds((long)ms, DatePrecision.Second);
    }
}
