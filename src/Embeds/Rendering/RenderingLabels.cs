using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// What renderings say around a quote, in one language: a file in <c>Labels/</c>. Dates are put together here, since the
/// framework’s culture data differ between systems. No label holds a character that HTML or Markdown would read as markup.
/// </summary>
internal sealed record RenderingLabels
{
    /// <summary>What is spoken where nothing else is asked for, or where it is not known.</summary>
    public const string English = "en";

    private static readonly Lazy<ImmutableSortedDictionary<string, RenderingLabels>> ByLanguage = new(ReadAll);

    /// <summary>Languages that have labels, in ordinal order.</summary>
    public static ImmutableArray<string> Languages => [.. ByLanguage.Value.Keys];

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>January to December, as they stand inside a date.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>How the first day of a month is written: <c>1</c>, <c>1er</c>.</summary>
    public required string FirstDay { get; init; }

    /// <summary>A whole date, with <c>{day}</c>, <c>{month}</c> and <c>{year}</c>.</summary>
    public required string Day { get; init; }

    /// <summary>A month of a year.</summary>
    public required string Month { get; init; }

    /// <summary>Title of a page that has none.</summary>
    public required string SavedQuotes { get; init; }

    /// <summary>Name of the list of contents.</summary>
    public required string Contents { get; init; }

    /// <summary>In place of an author.</summary>
    public required string UnknownAuthor { get; init; }

    /// <summary>The same inside a sentence.</summary>
    public required string AnUnknownAuthor { get; init; }

    /// <summary>In place of a platform.</summary>
    public required string UnknownPlatform { get; init; }

    /// <summary>Link to an author without a name.</summary>
    public required string Profile { get; init; }

    /// <summary>Link to a post without a date.</summary>
    public required string Post { get; init; }

    /// <summary>In place of a date.</summary>
    public required string DateUnknown { get; init; }

    /// <summary>Around a date as the source printed it.</summary>
    public required Label Dated { get; init; }

    /// <summary>Around the date of the last edit.</summary>
    public required Label Edited { get; init; }

    /// <summary>Around the author of the post that was answered.</summary>
    public required Label InReplyTo { get; init; }

    /// <summary>Link to that post.</summary>
    public required string EarlierPost { get; init; }

    /// <summary>Around the author of the post that was quoted.</summary>
    public required Label Quoting { get; init; }

    /// <summary>Link to that post.</summary>
    public required string QuotedPost { get; init; }

    /// <summary>Around its date.</summary>
    public required Label QuotedOn { get; init; }

    /// <summary>Around the author’s own warning.</summary>
    public required Label ContentWarning { get; init; }

    /// <summary>In place of words that the article never held.</summary>
    public required string NoTextButEmbed { get; init; }

    /// <summary>In place of words that were removed.</summary>
    public required string TextRemoved { get; init; }

    /// <summary>In place of words that a post does not have.</summary>
    public required string NoText { get; init; }

    /// <summary>Kinds of media.</summary>
    public required ImmutableDictionary<MediaType, string> Media { get; init; }

    /// <summary>Alternative text of a picture without one.</summary>
    public required string UndescribedImage { get; init; }

    /// <summary>In front of a picture so marked.</summary>
    public required string Sensitive { get; init; }

    /// <summary>Link to a medium without a kept copy.</summary>
    public required string OriginalAddress { get; init; }

    /// <summary>Around a card.</summary>
    public required Label LinkShown { get; init; }

    /// <summary>In front of a poll.</summary>
    public required string Poll { get; init; }

    /// <summary>Around the number one.</summary>
    public required Label Vote { get; init; }

    /// <summary>Around any other number.</summary>
    public required Label Votes { get; init; }

    /// <summary>On words that the article added.</summary>
    public required string Gloss { get; init; }

    /// <summary>Around the time of capture.</summary>
    public required Label TextSaved { get; init; }

    /// <summary>The same for a post without words.</summary>
    public required Label Saved { get; init; }

    /// <summary>Around the article.</summary>
    public required Label FromArticle { get; init; }

    /// <summary>In place of its title.</summary>
    public required string TheArticle { get; init; }

    /// <summary>Link to it behind its title.</summary>
    public required string Article { get; init; }

    /// <summary>Link to an archived copy.</summary>
    public required string ArchivedCopy { get; init; }

    /// <summary>Around the address of one.</summary>
    public required Label Archived { get; init; }

    /// <summary>What a look at the post found, as a clause.</summary>
    public required ImmutableDictionary<PostState, string> Clauses { get; init; }

    /// <summary>Around the day of that look.</summary>
    public required Label SeenOn { get; init; }

    /// <summary>Around what it found, in a word.</summary>
    public required Label Original { get; init; }

    /// <summary>What it found, in a word or two.</summary>
    public required ImmutableDictionary<PostState, string> States { get; init; }

    /// <summary>Around how sure a recovered quote is.</summary>
    public required Label Recovered { get; init; }

    /// <summary>Around a percentage that stands alone.</summary>
    public required Label Sure { get; init; }

    /// <summary>Is it a post?</summary>
    public required Label SurePost { get; init; }

    /// <summary>Is it that author’s?</summary>
    public required Label SureAuthor { get; init; }

    /// <summary>Is it from that platform?</summary>
    public required Label SurePlatform { get; init; }

    /// <summary>Are these the words?</summary>
    public required Label SureWords { get; init; }

    /// <summary>Around the reasons.</summary>
    public required Label Why { get; init; }

    /// <summary>Around the number of reasons left out.</summary>
    public required Label More { get; init; }

    /// <summary>Some details are recovered.</summary>
    public required string PartlyRecovered { get; init; }

    /// <summary>The words are a translation.</summary>
    public required string Translated { get; init; }

    /// <summary>They seem to be one.</summary>
    public required string ProbablyTranslated { get; init; }

    /// <summary>The text is cut.</summary>
    public required string CutShort { get; init; }

    /// <summary>The labels of a language tag: those of the tag's language where there are any, else the English ones.</summary>
    public static RenderingLabels Of(string languageTag)
    {
        int end = languageTag.AsSpan().IndexOfAny('-', '_');
        string language = (end < 0 ? languageTag : languageTag[..end]).ToLowerInvariant();
        return ByLanguage.Value.TryGetValue(language, out RenderingLabels? labels) ? labels : ByLanguage.Value[English];
    }

    private static ImmutableSortedDictionary<string, RenderingLabels> ReadAll()
    {
        const string Folder = "Embeds.Rendering.Labels.";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .ToImmutableSortedDictionary(labels => labels.Language, labels => labels, StringComparer.Ordinal);
    }

    private static RenderingLabels Read(Assembly assembly, string resource)
    {
        using Stream json = assembly.GetManifestResourceStream(resource)!; // its name was read from the assembly
        return JsonSerializer.Deserialize(json, RenderingLabelsContext.Default.RenderingLabels) ?? throw new JsonException($"{resource} is empty.");
    }
}
