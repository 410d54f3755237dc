using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class FormatTests
{
    [Fact]
    public async Task Html_is_a_page_of_its_own_with_the_articles_title_and_language()
    {
        var run = await Run.Of(Run.Article("faro-viejo.html"), "-f", "html");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("<!DOCTYPE html>", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<title>El faro viejo vuelve a encenderse</title>", run.Output);
        Assert.Contains("Señoras y señores: a las 9:20 se ha encendido el faro.", run.Output);
        Assert.DoesNotContain("<script", run.Output);
    }

    [Fact]
    public async Task Html_of_several_articles_is_one_page()
    {
        var run = await Run.Of(Run.Article("faro-viejo.html"), Run.Article("harbour-lights.html"), "-f", "html");

        Assert.Single(run.Output.Split("</html>")[..^1]);
        Assert.Contains("concejo_loriga", run.Output);
        Assert.Contains("oda_keeps_light", run.Output);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("text")]
    public async Task Labels_are_in_the_language_asked_for(string format)
    {
        var run = await Run.WithInput(Pages.OnePost, "-", "-f", format, "--labels", "de");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("esichert am", run.Output);
    }

    [Fact]
    public async Task Language_without_labels_is_refused_with_those_that_have_some()
    {
        var run = await Run.WithInput(Pages.OnePost, "-", "-f", "html", "--labels", "tlh");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("de, en, es, fr, pt", run.Errors);
    }

    [Theory]
    [InlineData("markdown", "> The ferry is back.\n")]
    [InlineData("text", "  | The ferry is back.\n")]
    public async Task Quotation_holds_the_words_the_author_and_the_platforms_name(string format, string words)
    {
        var run = await Run.WithInput(Pages.OnePost, "-", "-f", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(words, run.Output);
        Assert.Contains("Pia Hollow", run.Output);
        Assert.Contains("X (Twitter)", run.Output);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("text")]
    public async Task Same_input_at_the_same_time_gives_the_same_bytes(string format)
    {
        string[] words = [Run.Article("harbour-lights.html"), "-f", format, "--now", "2026-11-24T10:00:00Z"];

        Assert.Equal((await Run.Of(words)).Output, (await Run.Of(words)).Output);
    }

    [Fact]
    public async Task What_a_format_does_not_show_is_told_on_standard_error()
    {
        // The printed date and the one in the post's id lie years apart.
        var page = Pages.OnePost.Replace("March 14, 2019", "March 14, 2021", StringComparison.Ordinal);

        var markdown = await Run.WithInput(page, "-", "-f", "markdown");
        var json = await Run.WithInput(page, "-", "-f", "json");

        Assert.Equal(0, markdown.ExitCode);
        Assert.StartsWith("embeds: standard input: ", markdown.Errors);
        Assert.EndsWith("(date-conflict)\n", markdown.Errors);
        Assert.Equal("", json.Errors);
        Assert.Equal("date-conflict", json.Json.GetProperty("issues")[0].GetProperty("code").GetString());
    }
}
