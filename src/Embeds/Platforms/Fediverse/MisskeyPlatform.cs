using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>Misskey and its kin (Sharkey, Firefish, CherryPick, Iceshrimp), on anybody's host.</summary>
internal sealed class MisskeyPlatform : Platform
{
    private const long AidEpochMs = 946_684_800_000;
    private const long MeidOffset = 0x8000_0000_0000;
    private static readonly SearchValues<char> IdChars = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <inheritdoc/>
    public override string Id => "misskey";

    /// <inheritdoc/>
    public override string Name => "Misskey";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
        ["misskey.cloud", "misskey.design", "misskey.dev", "misskey.io", "nijimiss.moe", "oekakiskey.com", "sushi.ski", "transfem.social", "voskey.icalo.net"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Attribute("data-misskey-embed-id")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override bool MayOwn(WebAddress address) => address.Segments is ["embed", "notes", var id] && IsId(id);

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["notes", var id, ..] => Link(address, id),
        ["embed", "notes", var id, ..] => Link(address, id),
        _ => null,
    };

    private static PostLink? Link(WebAddress address, string id) => IsId(id)
        ? new PostLink { Platform = "misskey", NativeId = $"{address.Host}/{id}", Permalink = $"https://{address.Host}/notes/{id}", Seen = address.Text }
        : null;

    /// <summary>A server chooses one of five ways to make ids, which differ in length.</summary>
    private static bool IsId(string text) => text.Length is 10 or 16 or 24 && !text.AsSpan().ContainsAnyExcept(IdChars) || Ulid.Is(text);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => FediverseHandle.ProfileOf(handle);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => MisskeySources.Of(this, link);

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>
    /// aid and aidx: eight digits in base 36 of milliseconds since 2000; meid: twelve hex digits of milliseconds plus 2^47;
    /// objectid: eight hex digits of seconds; ulid.
    /// </remarks>
    public override Published? TimeOf(PostLink link)
    {
        var id = link.NativeId.AsSpan(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1);
        long? ms = id.Length switch
        {
            10 or 16 => AidEpochMs + Base36(id[..8]),
            24 when id[0] >= '8' => Hex(id[..12]) - MeidOffset,
            24 => Hex(id[..8]) * 1000,
            _ => null,
        };
        return ms is null ? Ulid.TimeOf(id) : PublishedTime.FromUnixMilliseconds(ms.Value, DatePrecision.Second);
    }

    private static long Base36(ReadOnlySpan<char> digits)
    {
        var value = 0L;
        foreach (var c in digits)
            value = (value * 36) + (char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10);
        return value;
    }

    private static long? Hex(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The official frame bears the mark so that its script can size it.</remarks>
    public override EmbedReading? ReadMarkup(IElement element) =>
        element.LocalName == "iframe" && WebAddress.TryParse(element.GetAttribute("src"), out var address) && ReadLink(WrappedAddress.Unwrap(address)) is { } link
            ? EmbedReading.LinkOnly(link with { Seen = address.Text }, EmbedForm.Iframe, "misskey.frame")
            : null;
}
