using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>What every rendering says around a quote: chosen and worded here once, marked up by each renderer in its own way.</summary>
internal static partial class CaptionWords
{
    private const int MostReasons = 8;

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

    public static string Platform(QuoteBlock block, QuoteRenderingOptions options)
    {
        if (options.PlatformName?.Invoke(block.Platform) is { } name)
            return VisibleText.Line(name);
        return block.Platform is "" or "unknown"
            ? "unknown platform"
            : VisibleText.Name(char.ToUpperInvariant(block.Platform[0]) + block.Platform[1..]);
    }

    /// <summary>The date, as precise as it is known, or what the source printed in its place.</summary>
    public static string Date(Published published)
    {
        if (DisplayDate.Read(published.At, published.Precision) is { } date)
            return date.ToString();
        string? shown = published.AsShown ?? published.At;
        return string.IsNullOrWhiteSpace(shown) ? "date unknown" : $"dated “{VisibleText.Line(shown)}”";
    }

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

    /// <summary>What a look found, as a clause that a date can follow.</summary>
    public static string StateClause(PostState state) => state switch
    {
        PostState.Live => "the original was online",
        PostState.Deleted => "the original was found deleted",
        PostState.Protected => "the original was visible to followers only",
        PostState.Suspended => "the account was found suspended",
        PostState.Withheld => "the original was withheld in some places",
        PostState.Edited => "the original was found reworded",
        PostState.Gone => "the original was not found",
        PostState.Unreachable => "the original could not be reached",
        _ => "whether the original still stands is not known",
    };

    /// <summary>The same in a word or two.</summary>
    public static string StateWord(PostState state) => state switch
    {
        PostState.Live => "online",
        PostState.Deleted => "deleted",
        PostState.Protected => "visible to followers only",
        PostState.Suspended => "suspended with its account",
        PostState.Withheld => "withheld in some places",
        PostState.Edited => "reworded",
        PostState.Gone => "not found",
        PostState.Unreachable => "unreachable",
        _ => "unknown",
    };

    /// <summary>Stands in place of words that the block does not hold; null where nothing is missing.</summary>
    public static string? MissingWords(QuoteBlock block) => (block.Text.Value.Length, block.Text.Completeness) switch
    {
        ( > 0, _) => null,
        (_, TextCompleteness.Absent) => "[no text: the article shows only the embed]",
        (_, TextCompleteness.Redacted) => "[text removed]",
        _ when block.Media.Any(IsContent) => null,
        _ => "[no text]",
    };

    /// <summary>Sentences that keep a reader from trusting more than is known: recovered, translated, cut short.</summary>
    public static string? Cautions(QuoteBlock block)
    {
        var cautions = new List<string>(3);
        if (Recovered(block) is { } recovered)
            cautions.Add(recovered);
        if (block.Text.Translated is TranslationState.Likely or TranslationState.Certain)
        {
            cautions.Add(block.Text.Translated == TranslationState.Certain
                ? "The words are a translation, not the post’s own."
                : "The words are probably a translation, not the post’s own.");
        }

        if (block.Text.Completeness == TextCompleteness.Truncated)
            cautions.Add("The text is cut short where it was read.");
        return cautions.Count == 0 ? null : string.Join(' ', cautions);
    }

    /// <summary><c>[image: what it shows]</c>, for a medium that cannot be shown itself.</summary>
    public static string Label(Media medium)
    {
        string kind = medium.Type switch
        {
            MediaType.Image => "image",
            MediaType.Video => "video",
            MediaType.Audio => "audio",
            MediaType.Gif => "animation",
            MediaType.Avatar => "profile picture",
            _ => "document",
        };
        return Alt(medium) is { } alt ? $"[{kind}: {alt}]" : $"[{kind}]";
    }

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

    private static string? Recovered(QuoteBlock block)
    {
        if (block.Recovery is { } recovery)
            return Sureness(recovery);
        if (block.Provenance.TryGetValue("", out Provenance? whole) && whole.Via == Via.Recovered)
            return string.Create(CultureInfo.InvariantCulture, $"Recovered from text that had lost its embed: {whole.Confidence} percent sure.");
        return block.Provenance.Values.Any(provenance => provenance.Via == Via.Recovered)
            ? "Some details were recovered from plain text and are not certain."
            : null;
    }

    private static string Sureness(QuoteRecovery recovery)
    {
        var sentence = new StringBuilder("Recovered from text that had lost its embed: ");
        sentence.Append(CultureInfo.InvariantCulture, $"{recovery.Post} percent sure that it is a post");
        if (recovery.Author > 0)
            sentence.Append(CultureInfo.InvariantCulture, $", {recovery.Author} percent that the author is right");
        if (recovery.Platform > 0)
            sentence.Append(CultureInfo.InvariantCulture, $", {recovery.Platform} percent that the platform is right");
        sentence.Append(CultureInfo.InvariantCulture, $", {recovery.Words} percent that these are its exact words.");
        if (!recovery.Evidence.IsEmpty)
        {
            sentence.Append(" Why: ").AppendJoin("; ", recovery.Evidence.Take(MostReasons).Select(Reason));
            if (recovery.Evidence.Length > MostReasons)
                sentence.Append(CultureInfo.InvariantCulture, $"; and {recovery.Evidence.Length - MostReasons} more");
            sentence.Append('.');
        }

        return sentence.ToString();
    }

    private static string Reason(RecoveryEvidence evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{VisibleText.Line(evidence.Why).TrimEnd('.')} ({(evidence.Weight < 0 ? "−" : "+")}{Math.Abs((long)evidence.Weight)})");
}
