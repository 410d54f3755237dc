using CsCheck;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public class PlainTextBlocksTests
{
    [Fact]
    public void Blank_lines_part_blocks_and_single_line_ends_do_not()
    {
        const string text = "  One.\nStill one.\n\n \t\nTwo.\r\n\r\nThree.  \n";
        Assert.Equal(["One.\nStill one.", "Two.", "Three."], Texts(text));
    }

    [Fact]
    public void Text_without_a_blank_line_has_a_block_a_line() => Assert.Equal(["One.", "Two.", "Three."], Texts("One.\nTwo.\nThree.\n"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \r\n\t\n")]
    [InlineData("\uFEFF")]
    public void Text_without_words_has_no_blocks(string text) => Assert.Empty(PlainTextBlocks.Split(text));

    [Theory]
    [InlineData("The bridge is open", TextBlockKind.Heading)]
    [InlineData("## The bridge is open", TextBlockKind.Heading)]
    [InlineData("The bridge is open.", TextBlockKind.Paragraph)]
    [InlineData("the bridge is open", TextBlockKind.Paragraph)]
    [InlineData("“The bridge is open”", TextBlockKind.Paragraph)]
    [InlineData("Thank you @bridge", TextBlockKind.Paragraph)]
    [InlineData("> The bridge is open", TextBlockKind.Quotation)]
    public void Heading_is_short_and_plain_and_above_prose(string line, object kind)
    {
        string text = line + "\n\n" + string.Join(' ', Enumerable.Repeat("And it will stay open until the autumn.", 8));
        Assert.Equal((TextBlockKind)kind, PlainTextBlocks.Split(text)[0].Kind);
    }

    [Fact]
    public void Short_line_above_a_short_line_is_no_heading() =>
        Assert.Equal(TextBlockKind.Paragraph, PlainTextBlocks.Split("The bridge is open\n\nSee you there")[0].Kind);

    [Fact]
    public void Blocks_hold_every_word_in_order_without_blanks_at_their_ends() =>
        Gen.String[Gen.Char["ab \n\r\t.#>\uD83D\uDE00"], 0, 80].Sample(text =>
        {
            int end = 0;
            var seen = new System.Text.StringBuilder();
            foreach (TextBlock block in PlainTextBlocks.Split(text))
            {
                Assert.True(end <= block.Start && block.Start < block.End && block.End <= text.Length);
                Assert.False(char.IsWhiteSpace(text[block.Start]) || char.IsWhiteSpace(text[block.End - 1]));
                seen.Append(text.AsSpan(block.Start, block.End - block.Start));
                end = block.End;
            }

            Assert.Equal(Solid(text), Solid(seen.ToString()));
        });

    private static string[] Texts(string text) => [.. PlainTextBlocks.Split(text).Select(block => text[block.Start..block.End])];

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
