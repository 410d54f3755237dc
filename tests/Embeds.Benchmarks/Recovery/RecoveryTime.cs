using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Embeds.Articles;
using Embeds.Recovery;

namespace Embeds.Benchmarks.Recovery;

/// <summary>How long recovery takes: over texts that grow, over texts made of the beginnings of cues, and against the parser over pages.</summary>
internal static class RecoveryTime
{
    private const int Rounds = 5;
    private const int MostRounds = 25;
    private const int Hostile = 10_000_000;

    private static readonly string[] NearCues =
    [
        "(@", "— A (@b) May 1, 2020\n\n", "tweeted “", "tweeted “a b c” ", "\"a\" ", "Tweet:\n\n", "He tweeted:\n\nI do\n\n", "Reactions\n\nI like it a lot!\n\n",
        "A post shared by ", "View this post on Instagram\n", "@a\n\n", "8:44 AM ∙ Mar 15, 2023\n\n", "Ana Torres, ", "A. ", "17 ", "on Twitter ", "ツイッターで「",
    ];

    private static readonly QuoteRecoverer Recoverer = new();

    /// <summary>A text once, 4, 16 and 64 times, with the time for each unit against that of the first.</summary>
    public static void Growing(string text)
    {
        var first = 0.0;
        foreach (var times in (int[])[1, 4, 16, 64])
        {
            var longer = string.Concat(Enumerable.Repeat(text + "\n\n", times));
            var ms = Best(() => Recover(longer));
            first = times == 1 ? ms : first;
            Print($"{times,3} × {text.Length:N0}: {ms,10:0.00} ms, {ms / first / times:0.00} of the first a unit");
        }
    }

    /// <summary>Ten million characters of each near-cue, with its time against a tenth of them.</summary>
    public static void NearCue()
    {
        foreach (var piece in NearCues)
        {
            var small = Of(piece, Hostile / 10);
            var large = Of(piece, Hostile);
            var (before, after) = (Once(() => Recover(small)), Once(() => Recover(large)));
            Print($"{JsonLine(piece),-34} {Hostile / 1_000_000} MB: {after,9:0} ms, {after / before / 10:0.00} of a tenth's a unit");
        }
    }

    /// <summary>All pages of a folder: recovery of their flattened text against the parse of their markup.</summary>
    public static void AgainstParse(IReadOnlyList<CorpusPage> pages)
    {
        var parser = new HtmlParser();
        var texts = pages.Select(page => PlainTextBlocks.Read(CorpusText.Of(page.Html, page.IsMarkdown))).ToList();
        var (parse, recover) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < MostRounds; round++)
        {
            // By turns, so that what else the machine does falls on both.
            parse = Math.Min(parse, Once(() => pages.Sum(page => parser.ParseDocument(page.Html).ChildNodes.Length)));
            recover = Math.Min(recover, Once(() => texts.Sum(text => Recoverer.Recover(text, CancellationToken.None).Length)));
        }

        Print($"{pages.Count} pages: parse {parse:0.0} ms, recovery {recover:0.0} ms, {recover / parse:0.000} of the parse");
    }

    private static void Recover(string text) => Recoverer.Recover(PlainTextBlocks.Read(text), CancellationToken.None);

    private static string Of(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length)
            text.Append(piece);
        return text.ToString();
    }

    private static double Best(Action work)
    {
        work();
        return Enumerable.Range(0, Rounds).Min(_ => Once(work));
    }

    private static double Once(Func<int> work) => Once(() => { work(); });

    private static double Once(Action work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string JsonLine(string piece) => "“" + piece.Replace("\n", "⏎", StringComparison.Ordinal) + "”";

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
