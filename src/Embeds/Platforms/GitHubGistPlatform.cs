using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>GitHub Gist: files of code. The words of such a block are the files' content.</summary>
internal sealed class GitHubGistPlatform : Platform
{
    private const int MaxLines = 5000;

    /// <inheritdoc/>
    public override string Id => "github-gist";

    /// <inheritdoc/>
    public override string Name => "GitHub Gist";

    /// <inheritdoc/>
    public override ImmutableArray<string> Nicknames => ["gist", "githubgist"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["gist.github.com", "gist.githubusercontent.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("gist"), EmbedMark.Element("amp-gist"), EmbedMark.Element("bento-gist"), EmbedMark.Attribute("data-gist-id")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        [var id] => Of(address, Bare(id), null),
        [var owner, var id] when IsOwner(owner) => Of(address, Bare(id), owner) ?? OfRevision(address, owner, id),
        [var owner, var id, ..] when IsOwner(owner) => Of(address, id, owner),
        _ => null,
    };

    /// <summary>An anonymous gist and one of its revisions look like an owner and his gist.</summary>
    private static PostLink? OfRevision(WebAddress address, string id, string revision) =>
        revision.Length == 40 && revision.All(char.IsAsciiHexDigit) ? Of(address, id, null) : null;

    private static string Bare(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && text[dot..] is ".js" or ".json" or ".pibb" or ".git" or ".txt" ? text[..dot] : text;
    }

    private static PostLink? Of(WebAddress address, string id, string? owner)
    {
        var isHash = id.Length is 20 or 32 && id.All(char.IsAsciiHexDigitLower);
        // Gists were numbered until 2013.
        var isNumber = id.Length is >= 1 and <= 8 && id.All(char.IsAsciiDigit);
        return isHash || isNumber
            ? new PostLink
            {
                Platform = "github-gist",
                NativeId = id,
                Permalink = owner is null ? $"https://gist.github.com/{id}" : $"https://gist.github.com/{owner}/{id}",
                Handle = owner,
                Seen = address.Text,
            }
            : null;
    }

    private static bool IsOwner(string text) => text.Length is >= 1 and <= 39 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <inheritdoc/>
    public override PostLink? FromId(string id) => id.Length >= 20 ? ReadOwnLink("https://gist.github.com/" + id) : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://github.com/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => GitHubGistSources.Of(this, link);

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        if (element.ClassList.Contains("gist") && element.Id is { } name && name.StartsWith("gist", StringComparison.Ordinal))
            return ReadRendered(element);
        return PlayerElement.LinkIn(this, element, ["data-gistid", "data-gist-id"], "https://gist.github.com/") is { } link
            ? new EmbedReading { Link = link, Form = PlayerElement.FormOf(element), Facts = PlayerFacts.Of(link, "github-gist.player", null) }
            : null;
    }

    /// <summary>What the script leaves in a saved page: the code in lines of a table, below each file a line that links it.</summary>
    private EmbedReading? ReadRendered(IElement element)
    {
        var link = ReadOwnLink(element.QuerySelector(".gist-meta a[href]")?.GetAttribute("href")) ?? ReadOwnLink("https://gist.github.com/" + element.Id![4..]);
        if (link is null)
            return null;
        var code = CodeIn(element);
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Rendered,
            Facts = new PostFacts
            {
                Via = Via.Markup,
                Rule = "github-gist.rendered",
                Text = code.Length == 0 ? null : new PostText { Value = VerbatimText.Normalise(code), Completeness = TextCompleteness.Full },
            },
        };
    }

    private static string CodeIn(IElement element)
    {
        var code = new StringBuilder();
        IElement? file = null;
        foreach (var line in element.QuerySelectorAll("td.blob-code, div.line").Take(MaxLines))
        {
            // A blank line parts the files of one gist.
            if (line.Closest(".gist-file") is var own && file is not null && !ReferenceEquals(own, file))
                code.Append('\n');
            file = own;
            code.Append(line.TextContent.TrimEnd('\n', '\r')).Append('\n');
        }

        return code.ToString().TrimEnd('\n');
    }
}
