using System.Globalization;

namespace Embeds.Quotes;

/// <summary>An instant as the format writes it: UTC, to the second, or to the millisecond where there are any.</summary>
internal static class UtcTime
{
    public static string Format(DateTimeOffset instant)
    {
        DateTime utc = instant.UtcDateTime;
        string pattern = utc.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        return utc.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
