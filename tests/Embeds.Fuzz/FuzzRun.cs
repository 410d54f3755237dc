using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Embeds.Fuzz;

/// <summary>Tries many articles and tells what went wrong, what was slow and what grew.</summary>
internal sealed class FuzzRun(FuzzOptions options)
{
    private const int SmallStack = 256 * 1024;
    private const int LongEnough = 200;
    private const int MostSuspects = 64;
    private const int Repeats = 50;
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Deadline = new EmbedArchiverOptions().ParseDeadline;

    private readonly ConcurrentDictionary<string, long> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<double> _perByte = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Vocabulary _words = new();
    private readonly PriorityQueue<long, double> _suspects = new();
    private readonly Lock _suspectsLock = new();
    private long _next = options.From;
    private long _bytes;
    private string _slowest = "";

    public int Run()
    {
        // A stack as small as any platform's shows recursion that follows the page.
        var threads = Enumerable.Range(0, options.Threads).Select(_ => new Thread(Work, SmallStack)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        FindSlowest();
        Tell("done");
        return _found.IsEmpty ? 0 : 1;
    }

    private void Work()
    {
        using var trial = new Trial(Deadline);
        var articles = new HostileArticle(_words, options.Size);
        for (var number = Take(); number >= 0; number = Take())
        {
            var article = articles.Make(options.Seed, number);
            Interlocked.Add(ref _bytes, article.Length);
            Try(trial, article, number);
            if (number % 100_000 == 0 && number > options.From)
                Tell("so far");
        }
    }

    private long Take()
    {
        var number = Interlocked.Increment(ref _next) - 1;
        return number < options.From + options.Count && _watch.Elapsed < options.Time ? number : -1;
    }

    private void Try(Trial trial, byte[] article, long number)
    {
        var name = NameOf(number);
        using var alarm = new Timer(_ => Hang(number), null, TooLong, Timeout.InfiniteTimeSpan);
        var started = Stopwatch.GetTimestamp();
        var finding = trial.Of(article, name, rewrite: name is null && number % 4 == 0);
        Suspect(article, number, Stopwatch.GetElapsedTime(started));
        if (finding is not null && _found.TryAdd(finding.Kind, number))
            Keep(finding, article, number);
    }

    private void Suspect(byte[] article, long number, TimeSpan took)
    {
        if (article.Length < LongEnough || number % 4 == 0)
            return;
        var perByte = took.TotalNanoseconds / article.Length;
        if (number % 64 == 1)
            _perByte.Add(perByte);
        lock (_suspectsLock)
        {
            if (_suspects.Count < MostSuspects)
                _suspects.Enqueue(number, perByte);
            else
                _suspects.EnqueueDequeue(number, perByte);
        }
    }

    /// <summary>
    /// Of those that took longest for their length the one that takes longest again: a pause of the machine and code that was not
    /// compiled yet are no fault of an article.
    /// </summary>
    private void FindSlowest()
    {
        using var trial = new Trial(Deadline);
        var articles = new HostileArticle(_words, options.Size);
        var slowest = 0.0;
        while (_suspects.TryDequeue(out var number, out _))
        {
            var article = articles.Make(options.Seed, number);
            var best = TimeSpan.MaxValue;
            for (var again = 0; again < Repeats; again++)
            {
                var started = Stopwatch.GetTimestamp();
                trial.Of(article, NameOf(number), rewrite: false);
                if (Stopwatch.GetElapsedTime(started) is var took && took < best)
                    best = took;
            }

            if (best.TotalNanoseconds / article.Length is var perByte && perByte <= slowest)
                continue;
            slowest = perByte;
            _slowest = string.Create(CultureInfo.InvariantCulture, $", slowest {perByte:N0} ns/byte (number {number})");
            Write("slowest" + EndingOf(number), article);
        }
    }

    private static string? NameOf(long number) => number % 5 == 0 ? "article.md" : null;

    private static string EndingOf(long number) => NameOf(number) is null ? ".html" : ".md";

    private void Keep(Finding finding, byte[] article, long number)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FOUND --seed {options.Seed} --from {number} --size {options.Size} --count 1: {finding.Kind}"));
        var name = string.Create(CultureInfo.InvariantCulture, $"{options.Seed}-{number}{EndingOf(number)}");
        Write(name, article);
        Write(name + ".txt", Encoding.UTF8.GetBytes(finding.Detail));
    }

    private void Write(string name, byte[] bytes)
    {
        if (options.Keep is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Join(folder, name), bytes);
    }

    private void Hang(long number)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"HANGS --seed {options.Seed} --from {number} --size {options.Size} --count 1"));
        Environment.Exit(1);
    }

    private void Tell(string when)
    {
        var times = _perByte.Order().ToList();
        var median = times.Count == 0 ? 0 : times[times.Count / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{when}: seed {options.Seed}, {Math.Min(_next, options.From + options.Count) - options.From:N0} articles, {_bytes / 1e6:N0} MB, {_watch.Elapsed.TotalSeconds:N0} s, {_found.Count} found; median {median:N0} ns/byte{_slowest}; {GC.GetTotalMemory(false) / 1e6:N0} MB in use"));
    }
}
