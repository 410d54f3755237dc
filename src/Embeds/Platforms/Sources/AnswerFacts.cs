using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>Small things that many answers need.</summary>
internal static class AnswerFacts
{
    /// <summary>Facts without a field yet, that know which answer they are of.</summary>
    public static PostFacts Facts(this SourceAnswer answer) => new()
    {
        Via = answer.Source.Via,
        Rule = answer.Source.Rule,
        Evidence = answer.Source.Url,
        At = answer.At,
    };

    /// <summary>An instant as the format writes it; null for what is no exact time.</summary>
    public static string? Instant(string? iso) =>
        PublishedTime.FromIso(iso) is { Zone: DateZone.Explicit, Precision: DatePrecision.Second or DatePrecision.Millisecond } time ? time.At : null;

    /// <summary>The time of a Unix second; null where the number is no time of a post.</summary>
    public static Published? Seconds(long? seconds) =>
        seconds is { } s and > 0 and < 10_000_000_000 ? PublishedTime.FromUnixMilliseconds(s * 1000, DatePrecision.Second) : null;

    /// <summary>An instant of a Unix second, as the format writes it.</summary>
    public static string? InstantOfSeconds(long? seconds) => Seconds(seconds)?.At;

    /// <summary>A profile picture; null without a storable address.</summary>
    public static Media? Avatar(string? url) => WebAddress.Storable(url) is { } address ? new Media { Type = MediaType.Avatar, Url = address } : null;

    /// <summary>A handle without its <c>@</c>; null for what is none.</summary>
    public static string? Handle(string? text)
    {
        var handle = text?.Trim().TrimStart('@');
        return handle is { Length: > 0 and <= 320 } && !handle.Any(char.IsWhiteSpace) ? handle : null;
    }

    /// <summary>An author of whom something is known; null where nothing is.</summary>
    public static Author? OrNull(this Author author) => author == new Author() ? null : author;

    /// <summary>Words with what is known of them; null where there are none.</summary>
    public static PostText? Words(string? words, string? lang = null, TextCompleteness completeness = TextCompleteness.Full) =>
        string.IsNullOrWhiteSpace(words) ? null : new PostText { Value = VerbatimText.Normalise(words.Trim()), Completeness = completeness }.In(lang);

    /// <summary>The text in a language that its platform declares.</summary>
    public static PostText In(this PostText text, string? lang) =>
        LanguageTag.IsKnown(lang) ? text with { Lang = lang, LangSource = LanguageSource.Declared } : text;

    /// <summary>Counts, where any is known.</summary>
    public static Metrics? OrNull(this Metrics metrics) =>
        metrics is { Replies: null, Reposts: null, Quotes: null, Likes: null, Views: null } ? null : metrics;

    /// <summary>Escapes one part of an address.</summary>
    public static string Escaped(this string part) => Uri.EscapeDataString(part);
}
