using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class VisibleTextTests
{
    [Theory]
    [InlineData("Ada 🎉 e\u0301 שלום \u200D", "Ada 🎉 e\u0301 שלום \u200D")]
    [InlineData("a\u202Eb\u2066c\u2069", "a\\u202Eb\\u2066c\\u2069")]
    [InlineData("a\nb\tc\u001B[31m\u009B\u2028", "a\\u000Ab\\u0009c\\u001B[31m\\u009B\\u2028")]
    public void Name_shows_what_would_be_invisible(string name, string visible) => Assert.Equal(visible, VisibleText.Name(name));

    [Fact]
    public void Line_turns_line_ends_into_spaces() => Assert.Equal("a b c\\u0007", VisibleText.Line("a\nb\tc\u0007"));

    [Fact]
    public void Words_keep_tabs_and_direction_marks() => Assert.Equal("a\tb\u2067c\u2069\\u001B", VisibleText.Words("a\tb\u2067c\u2069\u001B"));

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_replacement() => Assert.Equal("a\uFFFDb", VisibleText.Name("a\uDC00b"));
}
