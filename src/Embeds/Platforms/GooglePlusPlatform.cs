using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Google+, closed in April 2019.</summary>
internal sealed class GooglePlusPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "google-plus";

    /// <inheritdoc/>
    public override string Name => "Google+";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["google-plus", "googleplus"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["plus.google.com", "apis.google.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("g-post"), EmbedMark.Element("g:post")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        // What the script leaves in a saved page; "render/plusone", "render/follow" and others are buttons.
        if (address.Host == "apis.google.com")
            return s is [.., "widget", "render", "post"] ? ReadInner(address, address.Query("href")) : null;
        // "/u/0" is the reader's own first account, "/b/NUMBER" the page in whose name she reads.
        while (s is ["u" or "b", var number, ..] && number.All(char.IsAsciiDigit))
            s = s.RemoveRange(0, 2);
        return s is [var owner, "posts", var code] && IsOwner(owner) && code.Length == 11 && code.All(char.IsAsciiLetterOrDigit)
            ? new PostLink
            {
                Platform = "google-plus",
                NativeId = code,
                Permalink = $"https://plus.google.com/{owner}/posts/{code}",
                Handle = owner[0] == '+' ? owner[1..] : null,
                Kind = PostKind.Post,
                Seen = address.Text,
            }
            : null;
    }

    /// <summary>A number of 21 digits or a name behind <c>+</c>.</summary>
    private static bool IsOwner(string text) =>
        text is ['+', _, ..] ? text.Length <= 101 && text.Skip(1).All(char.IsLetterOrDigit) : text.Length == 21 && text.All(char.IsAsciiDigit);

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://plus.google.com/+{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Nothing answers any more.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) =>
        (ReadOwnLink(element.GetAttribute("data-href")) ?? ReadOwnLink(element.GetAttribute("href"))) is { } link
            ? new EmbedReading { Link = link, Form = EmbedForm.Blockquote, Facts = new PostFacts { Via = Via.Markup, Rule = "google-plus.post" } }
            : null;
}
