namespace Embeds.Quotes;

/// <summary>How exactly a time is known.</summary>
public enum DatePrecision
{
    /// <summary>To the millisecond.</summary>
    Millisecond,

    /// <summary>To the second.</summary>
    Second,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the year.</summary>
    Year,

    /// <summary>Not known at all.</summary>
    Unknown,
}
