using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Tests.Documentation;

/// <summary>A platform of which nothing works: it is asked about the forum's markup, too.</summary>
internal sealed class BrokenPlatform : Platform
{
    public override string Id => "broken";

    public override string Name => "Broken";

    public override ImmutableArray<string> Domains { get; } = ["broken.example"];

    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("forum-post")];

    public override PostLink? ReadLink(WebAddress address) => throw new InvalidOperationException("no link");

    public override bool MayOwn(WebAddress address) => throw new InvalidOperationException("no host");

    public override PostLink? FromId(string id) => throw new InvalidOperationException("no id");

    public override EmbedReading? ReadMarkup(IElement element) => throw new InvalidOperationException("no markup");

    public override PostFacts? ReadFrame(IElement element, PostLink link) => throw new InvalidOperationException("no frame");

    public override Published? TimeOf(PostLink link) => throw new InvalidOperationException("no time");

    public override string? ProfileOf(string handle) => throw new InvalidOperationException("no profile");
}
