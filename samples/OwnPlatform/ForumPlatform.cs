using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace OwnPlatform;

/// <summary>A forum on one host. A post's address is <c>https://forum.example/t/TOPIC/NUMBER</c>.</summary>
public sealed class ForumPlatform : Platform
{
    public override string Id => "forum";

    public override string Name => "The Forum";

    public override ImmutableArray<string> Domains { get; } = ["forum.example"];

    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("forum-post")];

    // /t/harbour/7 is a post, /embed/harbour/7 its frame; /t/harbour is a topic, and everything else is something else.
    public override PostLink? ReadLink(WebAddress address) =>
        address.Segments is ["t" or "embed", var topic, var number] && number.All(char.IsAsciiDigit)
            ? new PostLink { Platform = Id, NativeId = $"{topic}/{number}", Permalink = $"https://forum.example/t/{topic}/{number}", Seen = address.Text }
            : null;

    // <blockquote class="forum-post"><p>Words</p><footer><b>Name</b> <a href="PERMALINK"><time datetime="2019-03-05T10:20:00Z">…
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (ReadOwnLink(element.QuerySelector("footer a[href]")?.GetAttribute("href")) is not { } link)
            return null;
        var words = MarkupText.Of(element, leaveOut: part => part.LocalName == "footer");
        var name = element.QuerySelector("footer b")?.TextContent.Trim();
        var facts = new PostFacts
        {
            Via = Via.Markup,
            Rule = "forum.blockquote",
            Author = string.IsNullOrEmpty(name) ? null : new Author { Name = name },
            Text = words.Slice(0, words.Text.Length),
            Published = PublishedTime.FromIso(element.QuerySelector("time")?.GetAttribute("datetime")),
        };
        return new EmbedReading { Link = link, Form = EmbedForm.Blockquote, Facts = facts };
    }
}
