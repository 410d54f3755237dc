using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Benchmarks;

/// <summary>A platform that no page has, with all that a real one has: hosts, names, signs, a loader, a shape of frames.</summary>
internal sealed class MadeUpPlatform(int number) : Platform
{
    private readonly string _host = FormattableString.Invariant($"forum{number}.example");

    public override string Id { get; } = FormattableString.Invariant($"forum-{number}");

    public override string Name => Id;

    public override ImmutableArray<string> Nicknames => [Id, FormattableString.Invariant($"forumpost{number}")];

    public override ImmutableArray<string> Domains => [_host, "cdn." + _host, FormattableString.Invariant($"frm{number}.example")];

    public override ImmutableArray<EmbedMark> Marks =>
        [EmbedMark.Class(Id + "-post"), EmbedMark.Class(Id + "-embed"), EmbedMark.Attribute("data-" + Id + "-id"), EmbedMark.Element("amp-" + Id)];

    public override ImmutableArray<EmbedLoader> Loaders => [new EmbedLoader(_host, "embed.js")];

    public override PostLink? ReadLink(WebAddress address) =>
        address.Segments is ["t" or "embed", var topic, var post] && post.All(char.IsAsciiDigit)
            ? new PostLink { Platform = Id, NativeId = $"{topic}/{post}", Permalink = $"https://{_host}/t/{topic}/{post}", Seen = address.Text }
            : null;

    public override bool MayOwn(WebAddress address) => address.Segments is [var sign, _, _] && sign == Id;

    public override EmbedReading? ReadMarkup(IElement element) =>
        ReadOwnLink(element.QuerySelector("a[href]")?.GetAttribute("href")) is { } link ? new EmbedReading { Link = link, Form = EmbedForm.Blockquote, Facts = new PostFacts { Via = Via.Markup, Rule = Id } } : null;
}
