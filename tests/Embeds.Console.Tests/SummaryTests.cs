using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class SummaryTests
{
    [Fact]
    public async Task English_sample_gives_a_card_for_each_post_in_its_order()
    {
        var run = await Run.Of(Run.Article("harbour-lights.html"), "--offline");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Errors);
        Assert.Equal(
            [
                "Oda Perrin (@oda_keeps_light) · 2019-03-14 18:42:07 UTC",
                "Wendle Harbour Office (@wendleharbour) · 2019-03-14",
                "Juno Abara (@saltandstairs.ex) · 2019-03-15 08:20:00 UTC",
                "港の猫 (@minato_neko_ex) · 2019-03-15 07:12:44 UTC",
                "author not known · date not known",
                "@wendlecouncil · 2019-03-15 21:30:02 UTC",
                "author not known · date not known",
                "Tobias Renn (@tobias_renn_ex) · 2019-03-15",
                "author not known · date not known",
            ],
            FirstLinesOfCards(run));
    }

    [Fact]
    public async Task Spanish_sample_gives_a_card_for_each_post_in_its_order()
    {
        var run = await Run.Of(Run.Article("faro-viejo.html"), "--offline");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "Concejo de Loriga (@concejo_loriga) · 2022-10-03 09:21:15 UTC",
                "Brisa Quiroga (@brisa.en.la.ria) · 2022-10-04",
                "author not known · date not known",
                "Nélida Otero (@nelida_farera) · 2022-10-03",
                "Ramiro Suances · date not known",
            ],
            FirstLinesOfCards(run));
    }

    [Fact]
    public async Task Card_says_platform_words_address_form_and_certainty()
    {
        var run = await Run.WithInput(Pages.OnePost, "-");

        Assert.Equal(
            """
            One post
            standard input · 1 quote

            ┌─ 1 · X (Twitter) ─────────────────────────────────────────────────────────────
            │ Pia Hollow (@pia_hollow_ex) · 2019-03-14 18:42:07 UTC
            │
            │ The ferry is back.
            │
            │ https://x.com/pia_hollow_ex/status/1106264258717634310
            └─ blockquote · 100 % sure

            """,
            run.Output);
    }

    [Fact]
    public async Task Output_that_is_no_terminal_has_neither_colour_nor_trailing_blanks()
    {
        var run = await Run.Of(Run.Article("harbour-lights.html"), Run.Article("faro-viejo.html"));

        Assert.DoesNotContain('\u001b', run.Output + run.Errors);
        Assert.DoesNotContain(run.Output.Split('\n'), line => line.EndsWith(' '));
    }

    [Theory]
    [InlineData("これは空白のない非常に長い日本語の文章で、折り返しがどこで起きても枠が壊れないことを確かめるためのものです。港の灯りは今夜も消えない。")]
    [InlineData("המגדלור הישן נדלק שוב הלילה, ואיש אינו יודע מי הדליק אותו. כל העיירה יצאה אל המזח כדי לראות את האור.")]
    [InlineData("👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️👩‍👩‍👧‍👦👍🏽🏴‍☠️")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301")]
    public async Task Wide_and_right_to_left_words_stay_inside_the_card(string words)
    {
        var run = await Run.WithInput(Pages.OnePost.Replace("The ferry is back.", words, StringComparison.Ordinal), "-");

        var card = run.Output.Split('\n').SkipWhile(line => !line.StartsWith('┌')).TakeWhile(line => line.Length > 0).ToArray();
        Assert.StartsWith("└", card[^1]);
        Assert.All(card[1..^1], line => Assert.StartsWith("│", line));
        Assert.Equal(words.Replace(" ", "", StringComparison.Ordinal), string.Concat(card[3..^3]).Replace("│", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Long_post_is_shown_by_its_first_lines()
    {
        var words = string.Join("<br>", Enumerable.Range(1, 40).Select(n => $"Line number {n}."));

        var run = await Run.WithInput(Pages.OnePost.Replace("The ferry is back.", words, StringComparison.Ordinal), "-");

        Assert.Contains("│ Line number 5.\n│ …\n", run.Output);
        Assert.DoesNotContain("Line number 6.", run.Output);
    }

    [Fact]
    public async Task Control_characters_of_a_post_do_not_reach_the_terminal()
    {
        var run = await Run.WithInput(Pages.OnePost.Replace("The ferry", "The \u001b[31mferry\u001b[0m \u202Ereversed\u009b1m", StringComparison.Ordinal), "-");

        Assert.Contains("The \uFFFD[31mferry\uFFFD[0m \uFFFDreversed\uFFFD1m is back.", run.Output);
    }

    [Fact]
    public async Task Article_without_a_post_is_done_and_says_so()
    {
        var run = await Run.WithInput(Pages.NoPost, "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("No post\nstandard input · 0 quotes\n", run.Output);
        Assert.Equal("embeds: standard input: The article quotes no post.\n", run.Errors);
    }

    private static IEnumerable<string> FirstLinesOfCards(Run run)
    {
        var lines = run.Output.Split('\n');
        return lines.Zip(lines.Skip(1)).Where(pair => pair.First.StartsWith('┌')).Select(pair => pair.Second[2..]);
    }
}
