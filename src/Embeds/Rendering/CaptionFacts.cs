using System.Text.RegularExpressions;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>What of a block every rendering shows around the words: chosen here once, in no language.</summary>
internal static partial class CaptionFacts
{
    /// <summary>The display name, or null where the source gives none that one could see.</summary>
    public static string? Name(Author? author) =>
        string.IsNullOrWhiteSpace(author?.Name) ? null : VisibleText.Name(author.Name);

    /// <summary>The handle with its <c>@</c>, or null.</summary>
    public static string? Handle(Author? author) =>
        string.IsNullOrWhiteSpace(author?.Handle) ? null : "@" + VisibleText.Name(author.Handle);

    /// <summary>Name and handle on one line: <c>Ada Example (@ada_example)</c>; null where both are unknown.</summary>
    public static string? Author(Author? author) => (Name(author), Handle(author)) switch
    {
        ({ } name, { } handle) => $"{name} ({handle})",
        var (name, handle) => name ?? handle,
    };

    /// <summary>The tag where it has a language tag's form, else null.</summary>
    public static string? LanguageTag(string? tag) =>
        tag is { Length: > 1 and <= 64 } && char.IsAsciiLetter(tag[0]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;

    /// <summary>The article's address: its own permalink, else the one it was read from.</summary>
    public static string? ArticleAddress(QuoteBlock block) => block.Source.CanonicalUrl ?? block.Source.Url;

    /// <summary>The archived copy to offer: one that was opened and shows the post, else the first that can be linked.</summary>
    public static ArchivedVersion? ArchivedCopy(QuoteBlock block)
    {
        ArchivedVersion? first = null;
        foreach (ArchivedVersion version in block.Versions)
        {
            if (LinkTarget.Of(version.Url) is null)
                continue;
            if (version.Verified == true)
                return version;
            first ??= version;
        }

        return first;
    }

    /// <summary>The last look at the post, which may be later than the capture.</summary>
    public static Observation LatestLook(QuoteBlock block) =>
        block.History.LastOrDefault(entry => entry.Observation is not null)?.Observation ?? block.Status;

    /// <summary>The author's own description of a medium, or null.</summary>
    public static string? Alt(Media medium) =>
        string.IsNullOrWhiteSpace(medium.Alt) ? null : VisibleText.Line(medium.Alt);

    /// <summary>Where the kept copy lies, or null where there is none. Only the form of path that a store writes is followed.</summary>
    public static string? KeptCopy(Media medium, QuoteRenderingOptions options) =>
        medium.Path is { } path && BlobPath().IsMatch(path) ? options.MediaPrefix + path : null;

    /// <summary>Whether the medium is part of the post's content.</summary>
    public static bool IsContent(Media medium) => medium.Type != MediaType.Avatar;

    // blobs/91/9174…3431.png
    [GeneratedRegex(@"\Ablobs/[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z0-9]{1,5})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BlobPath();
}
