using System.Globalization;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class DisplayDateTests
{
    private static readonly RenderingLabels English = RenderingLabels.Of("en");

    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("2021-11", "November 2021")]
    [InlineData("2021-11-28", "28 November 2021")]
    [InlineData("2024-02-29", "29 February 2024")]
    [InlineData("2026-08-22T10:15Z", "22 August 2026, 10:15 UTC")]
    [InlineData("2026-08-22T10:15:59Z", "22 August 2026, 10:15 UTC")]
    [InlineData("2026-08-22T10:15:59.123Z", "22 August 2026, 10:15 UTC")]
    [InlineData("2026-01-02T00:05:00-08:30", "2 January 2026, 00:05 UTC-08:30")]
    [InlineData("2026-01-02T00:05", "2 January 2026, 00:05")]
    public void Time_is_shown_as_precisely_as_it_is_known(string at, string shown) =>
        Assert.Equal(shown, DisplayDate.Read(at)?.InWords(English));

    [Theory]
    [InlineData(DatePrecision.Year, "2021", "2021")]
    [InlineData(DatePrecision.Month, "November 2021", "2021-11")]
    [InlineData(DatePrecision.Day, "28 November 2021", "2021-11-28")]
    [InlineData(DatePrecision.Second, "28 November 2021, 14:05 UTC", "2021-11-28T14:05:09Z")]
    public void Time_is_shown_no_more_precisely_than_allowed(DatePrecision limit, string shown, string machine)
    {
        DisplayDate? date = DisplayDate.Read("2021-11-28T14:05:09Z", limit);

        Assert.Equal(shown, date?.InWords(English));
        Assert.Equal(machine, date?.Machine);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("0000")]
    [InlineData("20211")]
    [InlineData("2021-")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-1-2")]
    [InlineData("2021-02-29")]
    [InlineData("2021-11-28 14:05")]
    [InlineData("2021-11-28T")]
    [InlineData("2021-11-28T24:00Z")]
    [InlineData("2021-11-28T14:60Z")]
    [InlineData("2021-11-28T14:05:60Z")]
    [InlineData("2021-11-28T14:05:09.Z")]
    [InlineData("2021-11-28T14:05:09.5ZZ")]
    [InlineData("2021-11-28T14:05z")]
    [InlineData("2021-11-28T14:05+0100")]
    [InlineData("2021-11-28T14:05+24:00")]
    [InlineData("٢٠٢١-11-28")]
    [InlineData("November 28, 2021")]
    public void What_is_no_ISO_time_is_not_read(string? at) => Assert.Null(DisplayDate.Read(at));

    [Fact]
    public void Time_of_unknown_precision_is_not_shown() => Assert.Null(DisplayDate.Read("2021-11-28", DatePrecision.Unknown));

    [Fact]
    public void Every_month_has_its_English_name()
    {
        for (int month = 1; month <= 12; month++)
        {
            string name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            Assert.Equal($"{name} 2021", DisplayDate.Read(string.Create(CultureInfo.InvariantCulture, $"2021-{month:00}"))?.InWords(English));
        }
    }
}
