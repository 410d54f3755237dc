using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Tests.Capture.Network;

/// <summary>A platform of a user's own whose API wants a key.</summary>
internal sealed class KeyedPlatform : Platform
{
    public override string Id => "keyed";

    public override string Name => "Keyed";

    public override ImmutableArray<string> Domains => ["keyed.example"];

    public override PostLink? ReadLink(WebAddress address) =>
        address.Segments is ["p", var id] ? new PostLink { Platform = Id, NativeId = id, Permalink = $"https://keyed.example/p/{id}", Seen = address.Text } : null;

    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
    [
        new PostSource
        {
            Rule = "keyed.api",
            Via = Via.Api,
            Url = $"https://keyed.example/api?id={link.NativeId}",
            Gives = PostFields.Text,
            KeyParameter = "access_token",
            NeedsKey = true,
            Read = answer => answer.IsSuccess ? SourceReading.Live(new PostFacts { Via = Via.Api, Rule = "keyed.api", Evidence = answer.Address.AbsoluteUri }) : null,
        },
    ];
}
