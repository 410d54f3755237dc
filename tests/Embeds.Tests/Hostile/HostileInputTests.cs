using Embeds.Fuzz;

namespace Embeds.Tests.Hostile;

/// <summary>
/// Articles that are made to break a reader. <c>dotnet run -c Release --project tests/Embeds.Fuzz -- --table</c> reads the same
/// ones at 10 MB each, and <c>-- --seed 1 --count 1000000</c> endless others.
/// </summary>
public sealed class HostileInputTests
{
    /// <summary>As small as any platform's: recursion that follows the page ends the process.</summary>
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string> Table => [.. HostileTable.Names];

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Path.Combine(Folders.Fixtures, "hostile")).Where(f => !f.EndsWith(".txt", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Table))]
    public void Article_that_is_made_to_exhaust_gives_a_result_or_a_typed_refusal(string name)
    {
        var (article, fileName) = HostileTable.Make(name, 200_000);

        ReadOnSmallStack(article, fileName, TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void Million_nested_elements_do_not_overflow_a_small_stack()
    {
        var article = System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 1_000_000)));

        ReadOnSmallStack(article, null, TimeSpan.FromSeconds(2));
    }

    /// <summary>Cases that the fuzzer found; each is named by what it broke, and tried as the fuzzer tries it.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Found_case_stays_mended(string name)
    {
        var article = File.ReadAllBytes(Path.Combine(Folders.Fixtures, "hostile", name));
        var isMarkdown = name.EndsWith(".md", StringComparison.Ordinal);
        Finding? finding = null;

        OnSmallStack(() =>
        {
            using var trial = new Trial(TimeSpan.FromMinutes(1));
            finding = trial.Of(article, isMarkdown ? name : null, rewrite: !isMarkdown);
        });

        Assert.Null(finding);
    }

    [Theory]
    [InlineData("tweets", "deadline")]
    [InlineData("markup in attributes", "deadline")]
    [InlineData("nested div", "parse-deadline")]
    public void Time_of_one_article_is_bounded_in_the_parse_and_behind_it(string name, string code)
    {
        var (article, fileName) = HostileTable.Make(name, 4_000_000);
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMilliseconds(code == "deadline" ? 300 : 50), MaxEmbeds = 1_000_000 });

        // On a slow machine the parse alone may take that long.
        Assert.Contains(Assert.Throws<ArticleUnreadableException>(() => archiver.Read(article, fileName: fileName)).Code, new[] { code, "parse-deadline" });
    }

    [Fact]
    public void Recovered_quotes_count_as_well_where_embeds_are_limited()
    {
        var (article, fileName) = HostileTable.Make("signed lines", 3_000);
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1), MaxEmbeds = 3 });

        var quotes = archiver.Read(article, fileName: fileName);

        Assert.Equal(3, quotes.Blocks.Length);
        Assert.Equal("too-many-embeds", Assert.Single(quotes.Issues).Code);
    }

    private static ArticleQuotes? ReadOnSmallStack(byte[] article, string? fileName, TimeSpan deadline)
    {
        ArticleQuotes? quotes = null;
        Exception? thrown = null;
        OnSmallStack(() =>
        {
            using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = deadline, Everywhere = true, MinConfidence = 0 });
            try
            {
                quotes = archiver.Read(article, fileName: fileName);
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        Assert.True(thrown is null or ArticleUnreadableException, thrown?.ToString());
        return quotes;
    }

    private static void OnSmallStack(ThreadStart work)
    {
        var thread = new Thread(work, SmallStack);
        thread.Start();
        thread.Join();
    }
}
