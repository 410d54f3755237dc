using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>PeerTube: videos, on anybody's host.</summary>
internal sealed class PeerTubePlatform : Platform
{
    // The digits of a short id: 22 of them write a UUID.
    private const string Alphabet = "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int ShortLength = 22;

    /// <inheritdoc/>
    public override string Id => "peertube";

    /// <inheritdoc/>
    public override string Name => "PeerTube";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } =
    [
        "diode.zone", "flipboard.video", "framatube.org", "makertube.net", "peertube.fr", "peertube.tv", "peertube.uno", "spectra.video",
        "tilvids.com", "tube.tchncs.de", "video.blender.org", "video.ploud.fr",
    ];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override bool MayOwn(WebAddress address) => address.Segments is ["videos", "embed", var id] && IdOf(id) is not null;

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var text = address.Segments switch
        {
            ["w", var id, ..] => id,
            ["videos", "watch" or "embed", var id, ..] => id,
            _ => null,
        };
        if (text is null || IdOf(text) is not { } uuid)
            return null;
        return new PostLink
        {
            Platform = "peertube",
            NativeId = $"{address.Host}/{uuid:D}",
            Permalink = $"https://{address.Host}/w/{Short(uuid)}",
            Kind = PostKind.Video,
            Seen = address.Text,
        };
    }

    /// <summary>A video's UUID, whole or short. What follows a semicolon names a comment below the video.</summary>
    private static Guid? IdOf(string text)
    {
        var id = text.AsSpan();
        if (id.IndexOf(';') is >= 0 and var end)
            id = id[..end];
        if (Guid.TryParseExact(id, "D", out var uuid))
            return uuid;
        if (id.Length != ShortLength)
            return null;
        UInt128 number = 0;
        foreach (var c in id)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || number > UInt128.MaxValue / (uint)Alphabet.Length)
                return null;
            number = (number * (uint)Alphabet.Length) + (uint)digit;
        }

        return Guid.ParseExact(number.ToString("x32", CultureInfo.InvariantCulture), "N");
    }

    private static string Short(Guid uuid)
    {
        var number = UInt128.Parse(uuid.ToString("N"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[ShortLength];
        for (var i = ShortLength - 1; i >= 0; i--, number /= (uint)Alphabet.Length)
            digits[i] = Alphabet[(int)(number % (uint)Alphabet.Length)];
        return digits.ToString();
    }

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => PeerTubeSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link)
    {
        var title = element.GetAttribute("title")?.Trim();
        var facts = new PostFacts { Via = Via.Markup, Rule = "peertube.frame" };
        return PlayerTitle.IsOfVideo(title) ? facts with { Card = new LinkCard { Url = link.Permalink, Title = title } } : facts;
    }
}
