using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Tests.Languages;

/// <summary>The small words of dates in the language files, each tried by itself.</summary>
public class DateEntryTests
{
    public static TheoryData<string> DateWords => Entries(file => file.DateWords);

    public static TheoryData<string> DateEndings => Entries(file => file.DateEndings);

    public static TheoryData<string> BeforeNoon => Entries(file => file.BeforeNoon);

    public static TheoryData<string> AfterNoon => Entries(file => file.AfterNoon);

    [Theory]
    [MemberData(nameof(DateWords))]
    public void Small_word_may_stand_in_a_date(string entry) => Assert.Equal("2017-11-17T08:01", Read($"November 17, 2017 {entry} 8:01"));

    [Theory]
    [MemberData(nameof(DateEndings))]
    public void Ending_may_close_a_date(string entry)
    {
        string text = $"17 November 2017 {entry}";
        Assert.True(DateReader.TryRead(text, Lexicon.Default.Dates, out Published published, out int length));
        Assert.Equal(("2017-11-17", text.Length), (published.At, length));
    }

    [Theory]
    [MemberData(nameof(BeforeNoon))]
    public void Mark_of_the_morning_leaves_the_hour(string entry) => Assert.Equal("2017-11-17T08:01", Read($"November 17, 2017 8:01 {entry}"));

    [Theory]
    [MemberData(nameof(AfterNoon))]
    public void Mark_of_the_afternoon_adds_half_a_day(string entry) => Assert.Equal("2017-11-17T20:01", Read($"November 17, 2017 8:01 {entry}"));

    private static string? Read(string text) => DateReader.TryRead(text, Lexicon.Default.Dates, out Published published, out _) ? published.At : null;

    private static TheoryData<string> Entries(Func<LanguageFile, string[]> entries) =>
        [.. CueArticle.Files.SelectMany(entries).Distinct(StringComparer.Ordinal)];
}
