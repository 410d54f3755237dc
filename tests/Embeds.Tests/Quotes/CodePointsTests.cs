using System.Text;
using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public class CodePointsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("ferry", 5)]
    [InlineData("🛳", 1)]
    [InlineData("e\u0301", 2)]
    [InlineData("قارب", 4)]
    [InlineData("👩‍👩‍👧", 5)]
    public void Count_counts_code_points(string text, int expected) => Assert.Equal(expected, CodePoints.Count(text));

    // Not a theory: an attribute's argument is UTF-8 and loses lone surrogates.
    [Fact]
    public void Count_counts_a_lone_surrogate_as_one()
    {
        Assert.Equal(2, CodePoints.Count("a\ud83d"));
        Assert.Equal(2, CodePoints.Count("\ude00\ud83d"));
        Assert.Equal(2, CodePoints.Count("\ud83d\ud83d\ude00"));
    }

    [Fact]
    public void FromUtf16_inside_a_pair_means_the_start_of_the_pair() => Assert.Equal(1, CodePoints.FromUtf16("a🛳b", 2));

    [Fact]
    public void FromUtf16_past_the_end_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CodePoints.FromUtf16("ab", 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CodePoints.FromUtf16("ab", -1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(8)]
    public void TryFromUtf8_where_no_code_point_starts_is_false(int offset) =>
        Assert.False(CodePoints.TryFromUtf8("a🛳é", offset, out _));

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void TryToUtf16_outside_the_text_is_false(int codePoint) => Assert.False(CodePoints.TryToUtf16("a🛳é", codePoint, out _));

    [Fact]
    public void Offsets_agree_with_a_naive_count() => Texts.Any.Sample(text =>
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        Assert.Equal(runes.Length, CodePoints.Count(text));
        for (int i = 0; i <= runes.Length; i++)
        {
            int utf16 = runes[..i].Sum(rune => rune.Utf16SequenceLength);
            int utf8 = runes[..i].Sum(rune => rune.Utf8SequenceLength);

            Assert.Equal(i, CodePoints.FromUtf16(text, utf16));
            Assert.True(CodePoints.TryFromUtf8(text, utf8, out int fromUtf8));
            Assert.Equal(i, fromUtf8);
            Assert.True(CodePoints.TryToUtf16(text, i, out int back));
            Assert.Equal(utf16, back);
        }
    });

    [Fact]
    public void Cursor_gives_for_ascending_offsets_what_a_fresh_count_gives() => Gen.Select(Texts.Any, Gen.Int[0, 100].Array[0, 8]).Sample((text, percents) =>
    {
        var fromUtf16 = new CodePointCursor(text);
        var toUtf16 = new CodePointCursor(text);
        foreach (int offset in percents.Order().Select(percent => text.Length * percent / 100))
        {
            int codePoint = fromUtf16.FromUtf16(offset);
            Assert.Equal(CodePoints.FromUtf16(text, offset), codePoint);
            Assert.True(toUtf16.TryToUtf16(codePoint, out int utf16));
            Assert.InRange(utf16, offset - 1, offset);
        }
    });

    [Fact]
    public void Cursor_does_not_go_back()
    {
        var cursor = new CodePointCursor("abc");
        cursor.FromUtf16(2);

        Assert.False(cursor.TryToUtf16(1, out _));
        Assert.False(cursor.TryFromUtf8(1, out _));
        bool threw = false;
        try
        {
            cursor.FromUtf16(1);
        }
        catch (ArgumentOutOfRangeException)
        {
            threw = true;
        }

        Assert.True(threw);
    }

    [Fact]
    public void IndexOfLoneSurrogate_finds_the_first()
    {
        Assert.Equal(-1, CodePoints.IndexOfLoneSurrogate(""));
        Assert.Equal(-1, CodePoints.IndexOfLoneSurrogate("🛳🛳"));
        Assert.Equal(1, CodePoints.IndexOfLoneSurrogate("a\ud83d"));
        Assert.Equal(2, CodePoints.IndexOfLoneSurrogate("🛳\ude00\ude00"));
        Assert.Equal(0, CodePoints.IndexOfLoneSurrogate("\ud83d\ud83d\ude00"));
    }
}
