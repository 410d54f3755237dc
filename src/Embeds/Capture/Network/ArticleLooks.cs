using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>What the network said of an article's posts.</summary>
/// <param name="ByKey">By the key of the post.</param>
/// <param name="Issues">What went wrong, in the article's order.</param>
/// <param name="Kept">Pictures that were kept, by their address.</param>
internal sealed record ArticleLooks(ImmutableDictionary<string, PostLook> ByKey, ImmutableArray<CaptureIssue> Issues, ImmutableDictionary<string, Media> Kept)
{
    /// <summary>The issue of an article for whose posts the network failed altogether.</summary>
    public const string DownCode = "network-down";

    public static ArticleLooks None { get; } = new(ImmutableDictionary<string, PostLook>.Empty, [], ImmutableDictionary<string, Media>.Empty);

    /// <summary>Media with what was kept of them.</summary>
    public ImmutableArray<Media> WithCopies(ImmutableArray<Media> media) => Kept.IsEmpty || media.IsEmpty ? media : [.. media.Select(WithCopy)];

    private Media WithCopy(Media media) =>
        MediaKeeper.AddressOf(media) is { } address && Kept.TryGetValue(address, out var kept)
            ? media with { Path = kept.Path, Sha256 = kept.Sha256, Bytes = kept.Bytes, Mime = kept.Mime }
            : media;

    public PostLook Of(PostLink? link) =>
        link is null || ByKey.IsEmpty ? PostLook.None : ByKey.GetValueOrDefault(QuoteKey.ForPost(link.Platform, link.NativeId), PostLook.None);
}
