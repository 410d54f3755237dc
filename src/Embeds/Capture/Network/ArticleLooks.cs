using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>What the network said of an article's posts.</summary>
/// <param name="ByKey">By the key of the post.</param>
/// <param name="Issues">What went wrong, in the article's order.</param>
internal sealed record ArticleLooks(ImmutableDictionary<string, PostLook> ByKey, ImmutableArray<CaptureIssue> Issues)
{
    /// <summary>The issue of an article for whose posts the network failed altogether.</summary>
    public const string DownCode = "network-down";

    public static ArticleLooks None { get; } = new(ImmutableDictionary<string, PostLook>.Empty, []);

    public PostLook Of(PostLink? link) =>
        link is null || ByKey.IsEmpty ? PostLook.None : ByKey.GetValueOrDefault(QuoteKey.ForPost(link.Platform, link.NativeId), PostLook.None);
}
