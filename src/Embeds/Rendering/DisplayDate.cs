using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// An ISO 8601 time of reduced precision (<c>2021</c>, <c>2021-11</c>, <c>2021-11-28</c>, <c>2021-11-28T14:05:09.123Z</c>),
/// shown exactly as precisely as it is known.
/// </summary>
internal readonly record struct DisplayDate
{
    private readonly int _year;
    private readonly int _month;
    private readonly int _day;
    private readonly string _clock;

    private DisplayDate(string machine, int year, int month, int day, string clock)
    {
        Machine = machine;
        _year = year;
        _month = month;
        _day = day;
        _clock = clock;
    }

    /// <summary>The same time for a <c>datetime</c> attribute.</summary>
    public string Machine { get; }

    /// <summary><c>28 November 2021</c>, <c>November 2021</c> or <c>2021</c>: never the time of day.</summary>
    public string DayInWords(RenderingLabels labels)
    {
        string year = _year.ToString(CultureInfo.InvariantCulture);
        if (_month == 0)
            return year;
        string day = _day == 1 ? labels.FirstDay : _day.ToString(CultureInfo.InvariantCulture);
        return (_day == 0 ? labels.Month : labels.Day)
            .Replace("{day}", day, StringComparison.Ordinal)
            .Replace("{month}", labels.Months[_month - 1], StringComparison.Ordinal)
            .Replace("{year}", year, StringComparison.Ordinal);
    }

    /// <summary>The day, and the time of day with its zone where they are known: <c>22 August 2026, 10:15 UTC</c>.</summary>
    public string InWords(RenderingLabels labels) => _clock.Length == 0 ? DayInWords(labels) : $"{DayInWords(labels)}, {_clock}";

    /// <summary>Reads <paramref name="at"/>, no more precisely than <paramref name="limit"/>; null where it is no such time.</summary>
    public static DisplayDate? Read(string? at, DatePrecision limit = DatePrecision.Millisecond)
    {
        if (at is null || Trim(at, limit) is not { } text || !TryDigits(text, 0, 4, out int year) || year == 0)
            return null;
        if (text.Length == 4)
            return new DisplayDate(text, year, 0, 0, "");
        if (text[4] != '-' || !TryDigits(text, 5, 2, out int month) || month is < 1 or > 12)
            return null;
        if (text.Length == 7)
            return new DisplayDate(text, year, month, 0, "");
        if (text[7] != '-' || !TryDigits(text, 8, 2, out int day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        if (text.Length == 10)
            return new DisplayDate(text, year, month, day, "");
        return text[10] == 'T' && ReadClock(text.AsSpan(11)) is { } clock
            ? new DisplayDate(text, year, month, day, clock)
            : null;
    }

    private static string? Trim(string at, DatePrecision limit)
    {
        int length = limit switch
        {
            DatePrecision.Unknown => 0,
            DatePrecision.Year => 4,
            DatePrecision.Month => 7,
            DatePrecision.Day => 10,
            _ => at.Length,
        };
        return length == 0 ? null : at[..Math.Min(length, at.Length)];
    }

    // 14:05, 14:05:09, 14:05:09.123, each with Z, +01:00 or nothing behind it.
    private static string? ReadClock(ReadOnlySpan<char> text)
    {
        if (!TryDigits(text, 0, 2, out int hour) || hour > 23
            || text.Length < 5 || text[2] != ':' || !TryDigits(text, 3, 2, out int minute) || minute > 59)
            return null;

        ReadOnlySpan<char> rest = text[5..];
        if (rest is [':', ..])
        {
            if (!TryDigits(rest, 1, 2, out int second) || second > 59)
                return null;
            rest = rest[3..];
            if (rest is ['.', ..])
            {
                int end = rest[1..].IndexOfAnyExceptInRange('0', '9');
                rest = end switch { < 0 => [], 0 => rest, _ => rest[(end + 1)..] };
            }
        }

        return ReadZone(rest) is { } zone ? $"{text[..5]}{zone}" : null;
    }

    private static string? ReadZone(ReadOnlySpan<char> text) => text switch
    {
        [] => "",
        ['Z'] => " UTC",
        ['+' or '-', _, _, ':', _, _] when TryDigits(text, 1, 2, out int hours) && hours <= 23
            && TryDigits(text, 4, 2, out int minutes) && minutes <= 59 => $" UTC{text}",
        _ => null,
    };

    private static bool TryDigits(ReadOnlySpan<char> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
            return false;
        foreach (char c in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = value * 10 + (c - '0');
        }

        return true;
    }
}
