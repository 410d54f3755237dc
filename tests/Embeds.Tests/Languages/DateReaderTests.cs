using System.Globalization;
using CsCheck;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Tests.Languages;

public class DateReaderTests
{
    private static readonly DateWords Words = Lexicon.Default.Dates;

    public static TheoryData<string, int> Months
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (LanguageFile file in Lexicon.Default.Files)
                for (int month = 0; month < file.Months.Length; month++)
                    foreach (string name in file.Months[month])
                        data.Add(name, month + 1);
            return data;
        }
    }

    public static TheoryData<string> Weekdays => [.. Lexicon.Default.Files.SelectMany(file => file.Weekdays.SelectMany(names => names)).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Languages => [.. Lexicon.Default.Files.Where(file => file.Months.Any(names => names.Length > 0) && file.Language is not "zh").Select(file => file.Language)];

    [Theory]
    [InlineData("November 17, 2017", "2017-11-17")]
    [InlineData("17 November 2017", "2017-11-17")]
    [InlineData("17. November 2017", "2017-11-17")]
    [InlineData("17 de noviembre de 2017", "2017-11-17")]
    [InlineData("17 novembre 2017", "2017-11-17")]
    [InlineData("1er novembre 2017", "2017-11-01")]
    [InlineData("November 1st, 2017", "2017-11-01")]
    [InlineData("17 listopada 2017", "2017-11-17")]
    [InlineData("17 ноября 2017 г.", "2017-11-17")]
    [InlineData("17 листопада 2017 р.", "2017-11-17")]
    [InlineData("17. listopadu 2017", "2017-11-17")]
    [InlineData("17 Kasım 2017 Cuma", "2017-11-17")]
    [InlineData("2017年11月17日", "2017-11-17")]
    [InlineData("2017年11月17日(金)", "2017-11-17")]
    [InlineData("2017년 11월 17일", "2017-11-17")]
    [InlineData("17 نوفمبر 2017", "2017-11-17")]
    [InlineData("١٧ نوفمبر، ٢٠١٧", "2017-11-17")]
    [InlineData("17 تشرين الثاني 2017", "2017-11-17")]
    [InlineData("17 Νοεμβρίου 2017", "2017-11-17")]
    [InlineData("Friday, November 17, 2017", "2017-11-17")]
    [InlineData("Giovedì 30 ottobre 2014", "2014-10-30")]
    [InlineData("viernes, 19 de mayo de 2017", "2017-05-19")]
    [InlineData("2017-11-17", "2017-11-17")]
    [InlineData("17.11.2017", "2017-11-17")]
    [InlineData("11/17/2017", "2017-11-17")]
    [InlineData("17/11/2017", "2017-11-17")]
    [InlineData("Set 28, 2016", "2016-09-28")]
    [InlineData("2 de Mar, 2017", "2017-03-02")]
    public void Printed_day_is_read_to_the_day(string printed, string at)
    {
        Assert.True(DateReader.TryRead(printed, Words, out Published published, out _));
        Assert.Equal((at, DatePrecision.Day, DateZone.Unknown), (published.At, published.Precision, published.Zone));
    }

    [Theory]
    [InlineData("Nov 17, 2017 at 8:01am PST", "2017-11-17T08:01-08:00", DateZone.Explicit)]
    [InlineData("Nov 17, 2017 at 12:30am PST", "2017-11-17T00:30-08:00", DateZone.Explicit)]
    [InlineData("23. Okt 2017 um 0:31 Uhr", "2017-10-23T00:31", DateZone.Unknown)]
    [InlineData("Mär 12, 2018 um 12:30 PDT", "2018-03-12T12:30-07:00", DateZone.Explicit)]
    [InlineData("6 Août 2018 à 9 :33 PDT", "2018-08-06T09:33-07:00", DateZone.Explicit)]
    [InlineData("22 Lug 2016 alle ore 08:00 PDT", "2016-07-22T08:00-07:00", DateZone.Explicit)]
    [InlineData("13 de Mar, 2017 às 5:26 PDT", "2017-03-13T05:26-07:00", DateZone.Explicit)]
    [InlineData("8:44 AM ∙ Mar 15, 2023", "2023-03-15T08:44", DateZone.Unknown)]
    [InlineData("8:44 PM · Mar 15, 2023", "2023-03-15T20:44", DateZone.Unknown)]
    [InlineData("Fri Sep 30 15:13:45 UTC+0000 2016", "2016-09-30T15:13:45Z", DateZone.Explicit)]
    [InlineData("Fri Sep 30 15:13:45 GMT+02:00 2016", "2016-09-30T15:13:45+02:00", DateZone.Explicit)]
    [InlineData("2024年12月21日 14:29", "2024-12-21T14:29", DateZone.Unknown)]
    [InlineData("2024年12月21日 午後8:01", "2024-12-21T20:01", DateZone.Unknown)]
    [InlineData("2024년 12월 21일 오후 8:01", "2024-12-21T20:01", DateZone.Unknown)]
    [InlineData("2017-11-17T08:01:30Z", "2017-11-17T08:01:30Z", DateZone.Explicit)]
    [InlineData("September 12, 2024 at 4:37 PM", "2024-09-12T16:37", DateZone.Unknown)]
    public void Printed_time_is_read_with_its_zone(string printed, string at, DateZone zone)
    {
        Assert.True(DateReader.TryRead(printed, Words, out Published published, out int length));
        Assert.Equal((at, zone), (published.At, published.Zone));
        Assert.Equal(printed.Length, length);
        Assert.Equal(printed, published.AsShown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2017")]
    [InlineData("November 2017")]
    [InlineData("November 31, 2017")]
    [InlineData("17 November")]
    [InlineData("the 17 people of November")]
    [InlineData("03/04/2017")]
    [InlineData("17 Smarch 2017")]
    [InlineData("1234567890123")]
    public void What_is_no_whole_date_is_none(string printed)
    {
        Assert.False(DateReader.TryRead(printed, Words, out Published published, out _));
        Assert.Equal(DatePrecision.Unknown, published.Precision);
    }

    [Fact]
    public void Date_ends_where_it_ends()
    {
        Assert.True(DateReader.TryRead("on November 17, 2017, and 5 people at home", Words, out Published published, out int length));
        Assert.Equal(("November 17, 2017", 20), (published.AsShown, length));
    }

    [Fact]
    public void Counts_glued_to_the_year_are_no_part_of_it()
    {
        Assert.True(DateReader.TryRead("8:44 AM ∙ Mar 15, 202399Likes", Words, out Published published, out _));
        Assert.Equal(("2023-03-15T08:44", "8:44 AM ∙ Mar 15, 2023"), (published.At, published.AsShown));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Months))]
    public void Month_name_is_its_month_in_every_language(string name, int month)
    {
        Assert.Equal(month, Words.Find(name)?.Month);
        Assert.True(DateReader.TryRead($"17 {name} 2017", Words, out Published published, out _));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"2017-{month:D2}-17"), published.At);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Weekdays))]
    public void Weekday_may_stand_before_a_date(string name)
    {
        Assert.True(DateReader.TryRead($"{name}, 17 11月 2017", Words, out _, out _) || DateReader.TryRead($"{name}, 17 November 2017", Words, out _, out _));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Month_and_weekday_names_agree_with_the_framework(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        if (string.Equals(culture.DateTimeFormat.MonthNames[0], CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[0], StringComparison.Ordinal) && language is not "en")
            Assert.Skip("This system has no culture data.");
        LanguageFile file = Lexicon.Default.Files.Single(file => string.Equals(file.Language, language, StringComparison.Ordinal));
        for (int month = 0; month < 12; month++)
        {
            Assert.Contains(culture.DateTimeFormat.MonthNames[month], file.Months[month], StringComparer.OrdinalIgnoreCase);
            Assert.Contains(culture.DateTimeFormat.MonthGenitiveNames[month], file.Months[month], StringComparer.OrdinalIgnoreCase);
        }

        for (int day = 0; day < 7; day++)
            Assert.Contains(culture.DateTimeFormat.DayNames[(day + 1) % 7].Replace('’', '\''), file.Weekdays[day], StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Reading_never_throws_and_stays_within_the_text() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["0123456789 .:,/-年月日NovmberPSTUC+午後é\uD83D"]), 0, 60].Sample(text =>
        {
            bool read = DateReader.TryRead(text, Words, out Published published, out int length);
            return length >= 0 && length <= text.Length && read == (published.At is not null);
        });
}
