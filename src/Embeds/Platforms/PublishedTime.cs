using System.Globalization;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Turns the times that markup, ids and answers hold into <see cref="Published"/>, as precise as their source.</summary>
internal static class PublishedTime
{
    // Before the first social post and after any plausible clock error a number is no time of a post.
    private static readonly DateTimeOffset Earliest = new(2003, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Published? FromUnixMilliseconds(long ms, DatePrecision precision)
    {
        if (ms < Earliest.ToUnixTimeMilliseconds() || ms > Latest.ToUnixTimeMilliseconds())
            return null;
        return Of(DateTimeOffset.FromUnixTimeMilliseconds(ms), precision);
    }

    /// <summary>An ISO 8601 time as <c>datetime</c> attributes hold it, with or without zone, time and separators.</summary>
    public static Published? FromIso(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = text.Trim();
        // Local forms first: a zoned format would read them in this machine's zone.
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new Published { At = local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), Precision = DatePrecision.Second, Zone = DateZone.Unknown };
        if (DateTimeOffset.TryParseExact(text, ZonedFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned))
            return InRange(zoned) ? Of(zoned.ToUniversalTime(), PrecisionOf(text)) : null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new Published { At = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Precision = DatePrecision.Day, Zone = DateZone.Unknown };
        return null;
    }

    /// <summary>A date as an embed prints it for its reader.</summary>
    /// <returns>The date as precisely as it is printed; only <see cref="Published.AsShown"/> where it cannot be read.</returns>
    public static Published FromPrinted(string shown) =>
        DateReader.TryRead(shown, Lexicon.Default.Dates, out var published, out _)
            ? published with { AsShown = shown }
            : new Published { Precision = DatePrecision.Unknown, AsShown = shown };

    /// <summary>The form of X's own data: <c>Thu Feb 08 12:00:45 +0000 2018</c>.</summary>
    public static Published? FromRuby(string? text) =>
        DateTimeOffset.TryParseExact(text, "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && InRange(time)
            ? Of(time.ToUniversalTime(), DatePrecision.Second)
            : null;

    private static readonly string[] ZonedFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ssK",
    ];

    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    private static DatePrecision PrecisionOf(string text) => text.AsSpan(16) switch
    {
        [':', _, _, '.', ..] => DatePrecision.Millisecond,
        [':', ..] => DatePrecision.Second,
        _ => DatePrecision.Minute,
    };

    private static bool InRange(DateTimeOffset time) => time >= Earliest && time <= Latest;

    private static Published Of(DateTimeOffset utc, DatePrecision precision) => new()
    {
        At = utc.ToString(
            precision switch
            {
                DatePrecision.Millisecond => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                DatePrecision.Second => "yyyy-MM-dd'T'HH:mm:ss'Z'",
                DatePrecision.Minute => "yyyy-MM-dd'T'HH:mm'Z'",
                _ => "yyyy-MM-dd",
            },
            CultureInfo.InvariantCulture),
        Precision = precision,
        Zone = precision == DatePrecision.Day ? DateZone.AssumedUtc : DateZone.Explicit,
    };
}
