using System.Text;
using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("html")]
    public async Task What_was_written_is_intact(string format)
    {
        using var folder = new TestFolder();
        var file = folder.Path("quotes");
        await Run.Of(Run.Article("harbour-lights.html"), Run.Article("faro-viejo.html"), "missing.html", "-f", format, "-o", file);

        var run = await Run.Of("verify", file);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{file}: x:1106264258717634310: intact\n", run.Output);
        Assert.All(run.Lines, line => Assert.EndsWith(": intact", line));
        Assert.Equal($"embeds: {run.Lines.Length} blocks checked, all intact.\n", run.Errors);
    }

    [Fact]
    public async Task Changed_word_breaks_the_seal_of_its_block_only()
    {
        var changed = (await Captured()).Replace("three keepers", "four keepers", StringComparison.Ordinal);

        var run = await Run.WithInput(changed, "verify", "-");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("-: x:1106264258717634310: It is not what was sealed.\n", run.Output);
        Assert.Single(run.Lines, line => !line.EndsWith(": intact", StringComparison.Ordinal));
        Assert.EndsWith("blocks checked, 1 not intact.\n", run.Errors);
    }

    [Fact]
    public async Task Changed_word_of_a_page_is_noticed_though_the_block_behind_it_is_whole()
    {
        var page = (await Run.Of(Run.Article("harbour-lights.html"), "-f", "html")).Output;

        var run = await Run.WithInput(page.Replace("three keepers. I was the third.</p>", "four keepers. I was the third.</p>", StringComparison.Ordinal), "verify", "-");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("-: x:1106264258717634310: The words shown are not", run.Output);
    }

    [Fact]
    public async Task Changed_bit_anywhere_in_a_block_is_noticed()
    {
        var whole = Encoding.UTF8.GetBytes(await Captured());
        var start = whole.AsSpan().IndexOf("\"blocks\":["u8) + 10;
        var end = whole.AsSpan().LastIndexOf("],\"issues\""u8);
        using var folder = new TestFolder();
        var files = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[start + ((end - start) * i / 12)] ^= 0x01;
            files.Add(folder.File($"{i}.json", changed));
        }

        var run = await Run.Of(["verify", .. files]);

        Assert.Equal(5, run.ExitCode);
        Assert.All(files, file => Assert.Contains(run.Lines, line => line.StartsWith(file, StringComparison.Ordinal) && !line.EndsWith(": intact", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task File_that_was_cut_is_damaged()
    {
        var whole = await Captured();

        var run = await Run.WithInput(whole[..(whole.Length / 2)], "verify", "-");

        Assert.Equal(5, run.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    [InlineData("<p>Nothing to see.</p>")]
    public async Task File_without_a_block_is_unreadable(string content)
    {
        var run = await Run.WithInput(content, "verify", "-");

        Assert.Equal((3, "", "embeds: standard input: There is no quote block in it.\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Broken_seal_outweighs_a_missing_file_and_all_are_checked()
    {
        using var folder = new TestFolder();
        var whole = await Captured();
        var good = folder.File("good.json", whole);
        var bad = folder.File("bad.json", whole.Replace("three keepers", "four keepers", StringComparison.Ordinal));

        var run = await Run.Of("verify", bad, "missing.json", good);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("embeds: missing.json: There is no such file.\n", run.Errors);
        Assert.Contains($"{good}: x:1106264258717634310: intact\n", run.Output);
    }

    [Fact]
    public async Task Single_block_is_a_file_too()
    {
        var block = System.Text.Json.JsonElement.Parse(await Captured()).GetProperty("blocks")[0].GetRawText();

        var run = await Run.WithInput(block, "verify", "-");

        Assert.Equal((0, "-: x:1106264258717634310: intact\n"), (run.ExitCode, run.Output));
    }

    private static async Task<string> Captured() => (await Run.Of(Run.Article("harbour-lights.html"), "-f", "json")).Output;
}
