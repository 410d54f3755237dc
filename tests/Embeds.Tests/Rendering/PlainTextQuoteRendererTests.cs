using System.Globalization;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class PlainTextQuoteRendererTests
{
    [Fact]
    public void Words_stand_behind_bars_above_who_and_when() => Assert.Equal(
        """
          | one
          | 
          | two

          -- Bo (@bo), X (Twitter), November 2021
             https://p.example/1
             Saved 2026-05-04T09:30:00Z; original unknown

        """.ReplaceLineEndings("\n"),
        (TestBlocks.Block("one\n\ntwo") with
        {
            Author = new Author { Name = "Bo", Handle = "bo" },
            Published = new Published { At = "2021-11", Precision = DatePrecision.Month },
            Url = "https://p.example/1",
        }).ToPlainText());

    [Theory, MemberData(nameof(HostileStrings.AsTheory), MemberType = typeof(HostileStrings))]
    public void Hostile_words_cannot_steer_a_terminal_or_leave_their_line(string words)
    {
        QuoteBlock block = TestBlocks.Hostile(words) with { CapturedAt = "2026-05-04T09:30:00Z" };

        string text = block.ToPlainText();

        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.All(text.TrimEnd('\n').Split('\n').Where(line => line.Length > 0), line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Last_look_and_seal_are_shown()
    {
        QuoteBlock block = TestBlocks.Block().Seal().Append(
            HistoryEvent.Recheck, DateTimeOffset.UnixEpoch, new Observation { State = PostState.Deleted, At = "2026-06-09T03:15:00Z" });

        Assert.EndsWith($"; original deleted on 2026-06-09; sha256 {block.Integrity!.Sha256[..16]}\n", block.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_words_are_said_without_a_bar()
    {
        string text = (TestBlocks.Block("") with { Text = new PostText { Value = "", Completeness = TextCompleteness.Absent } }).ToPlainText();

        Assert.StartsWith("  [no text: the article shows only the embed]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Writer_gets_what_the_string_holds_whatever_its_line_end()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

        var renderer = new PlainTextQuoteRenderer();
        renderer.RenderAll([TestBlocks.Block(), TestBlocks.Block()], writer);

        string one = renderer.Render(TestBlocks.Block());
        Assert.Equal(one + "\n" + one, writer.ToString());
    }
}
