using System.Diagnostics;
using System.Globalization;

namespace Embeds.Fuzz;

/// <summary>Reads the articles of the table, and tells how long each took, on a small stack.</summary>
internal static class TableRun
{
    private const int SmallStack = 256 * 1024;

    public static int Run(int size, string? only)
    {
        var failed = 0;
        foreach (var name in HostileTable.Names.Where(name => only is null || name.Contains(only, StringComparison.Ordinal)))
        {
            var thread = new Thread(() => failed += Try(name, size) ? 0 : 1, SmallStack);
            thread.Start();
            thread.Join();
        }

        return failed == 0 ? 0 : 1;
    }

    private static bool Try(string name, int size)
    {
        var (article, fileName) = HostileTable.Make(name, size);
        using var archiver = new EmbedArchiver();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var ok = true;
        string outcome;
        try
        {
            var quotes = archiver.Read(article, fileName: fileName);
            outcome = FormattableString.Invariant($"{quotes.Blocks.Length} quotes {string.Join(' ', quotes.Issues.Select(i => i.Code).Distinct())}");
        }
        catch (ArticleUnreadableException e)
        {
            outcome = e.Code;
        }
        catch (Exception e)
        {
            (outcome, ok) = (e.ToString(), false);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,7:0.00} s {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6,8:N0} MB  {article.Length / 1e6,5:0.0} MB  {name}: {outcome}"));
        return ok;
    }
}
