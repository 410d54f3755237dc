using System.Diagnostics;

namespace Embeds.Benchmarks;

/// <summary>
/// Times several kinds of work page by page in turn, so that a busy machine slows all alike. The best of several rounds counts:
/// everything above it is the machine's. Tells ratios that are too close for separate runs.
/// </summary>
internal static class PageByPage
{
    /// <param name="pages">How many pages there are.</param>
    /// <param name="rounds">How often each is worked on.</param>
    /// <param name="works">What is done with the page of a number.</param>
    /// <returns>For each work the best time of each page.</returns>
    public static TimeSpan[][] Best(int pages, int rounds, params Action<int>[] works)
    {
        var best = works.Select(_ => Enumerable.Repeat(TimeSpan.MaxValue, pages).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var page = 0; page < pages; page++)
            {
                for (var work = 0; work < works.Length; work++)
                {
                    // Each has every place in turn: what runs second finds the page in the processor's cache.
                    var turn = (work + round) % works.Length;
                    var started = Stopwatch.GetTimestamp();
                    works[turn](page);
                    var took = Stopwatch.GetElapsedTime(started);
                    if (took < best[turn][page])
                        best[turn][page] = took;
                }
            }
        }

        return best;
    }

    public static double Milliseconds(this IEnumerable<TimeSpan> times) => times.Sum(time => time.TotalMilliseconds);
}
