using System.Globalization;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Turns the times that markup, ids and answers hold into <see cref="Published"/>, as precise as their source.</summary>
public static class PublishedTime
{
    // Before the first social post and after any plausible clock error a number is no time of a post.
    private static readonly DateTimeOffset Earliest = new(2003, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A Unix time, as ids hold it.</summary>
    /// <param name="ms">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="precision">How exact it is: <see cref="DatePrecision.Millisecond"/>, second, minute or day.</param>
    /// <returns>The time in UTC; null before 2003 and after 2100, where a number is no time of a post.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is another one.</exception>
    public static Published? FromUnixMilliseconds(long ms, DatePrecision precision)
    {
        if (precision > DatePrecision.Day)
            throw new ArgumentOutOfRangeException(nameof(precision), precision, "Give a precision from millisecond to day.");
        if (ms < Earliest.ToUnixTimeMilliseconds() || ms > Latest.ToUnixTimeMilliseconds())
            return null;
        return Of(DateTimeOffset.FromUnixTimeMilliseconds(ms), precision);
    }

    /// <summary>An ISO 8601 time as <c>datetime</c> attributes hold it, with or without time and zone.</summary>
    /// <param name="text">Such as <c>2019-03-05T10:20:00+01:00</c> or <c>2019-03-05</c>; null and blank give null.</param>
    /// <returns>
    /// The time as precisely as it is written: in UTC where the zone is stated, else as it stands, with an unknown zone. Null for
    /// what is no such time, and for a zoned one before 2003 or after 2100.
    /// </returns>
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

    /// <summary>A date as an embed prints it for its reader, in any of the library's languages.</summary>
    /// <param name="shown">Such as <c>May 5, 2014</c>.</param>
    /// <returns>The date as precisely as it is printed; only <see cref="Published.AsShown"/> where it cannot be read.</returns>
    public static Published FromPrinted(string shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return DateReader.TryRead(shown, Lexicon.Default.Dates, out var published, out _)
            ? published with { AsShown = shown }
            : new Published { Precision = DatePrecision.Unknown, AsShown = shown };
    }

    /// <summary>The form of X's own data: <c>Thu Feb 08 12:00:45 +0000 2018</c>.</summary>
    internal static Published? FromRuby(string? text) =>
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
