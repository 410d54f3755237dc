using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Embeds.Detection;
using Embeds.Languages;
using Embeds.Platforms;
using Reading = Embeds.Recovery.Reading;

namespace Embeds.Benchmarks;

/// <summary>
/// Figures that are ratios of nearly equal times, or no mean over a folder: <c>-- FOLDER ratios</c> prints them all, in some
/// minutes, <c>-- FOLDER ratios whole platforms</c> only those.
/// </summary>
internal sealed class Ratios(TextWriter output)
{
    private const int Rounds = 9;
    private const string Article = "<!DOCTYPE html><html lang=en><head><title>Harbour lights</title></head><body><article>";
    private const string Paragraph = "<p>The harbour master said that the <em>lamps</em> were lit at <a href=\"https://news.example/lamps\">four</a>, and nobody saw why.</p>\n";

    private static readonly Dictionary<string, Action<Ratios>> Measures = new(StringComparer.Ordinal)
    {
        ["whole"] = ratios => ratios.Whole(),
        ["rewriting"] = ratios => ratios.Rewriting(),
        ["platforms"] = ratios => ratios.TenMorePlatforms(),
        ["nothing"] = ratios => ratios.NothingToFind(),
        ["large"] = ratios => ratios.Large(),
        ["growth"] = ratios => ratios.Growth(),
        ["cores"] = ratios => ratios.TwoCores(),
    };

    public static int Run(string[] names, TextWriter output)
    {
        var unknown = names.Where(name => !Measures.ContainsKey(name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"There is no measure {string.Join(", ", unknown)}. There are: {string.Join(", ", Measures.Keys)}.");
            return 2;
        }

        var ratios = new Ratios(output);
        foreach (var name in names.Length == 0 ? [.. Measures.Keys] : names)
            Measures[name](ratios);
        return 0;
    }

    /// <summary>Bytes to sealed blocks as JSON, against the parser alone: over all pages, those with quotes, those with nothing.</summary>
    private void Whole()
    {
        var (bytes, texts) = (Pages.Bytes(), Pages.Texts());
        var parser = new HtmlParser();
        using var all = Archiver();
        using var plain = Archiver(recover: false);
        var quotes = bytes.Select(page => all.ReadAll(page).Sum(article => article.Blocks.Length)).ToArray();
        var hasNothing = texts.Select(HasNothing).ToArray();
        var times = PageByPage.Best(bytes.Length, Rounds, i => parser.ParseDocument(texts[i]), i => ToJson(all, bytes[i]), i => ToJson(plain, bytes[i]));
        foreach (var (name, isOf) in new (string, Func<int, bool>)[] { ("all pages", _ => true), ("with quotes", i => quotes[i] > 0), ("without embed or cue", i => hasNothing[i]) })
        {
            var some = Enumerable.Range(0, bytes.Length).Where(isOf).ToList();
            if (some.Count > 0)
                Say("whole job", $"{name}: {some.Count} pages, {Part(times[1], some) / Part(times[0], some):F2} of the parse, without recovery {Part(times[2], some) / Part(times[0], some):F2}");
        }
    }

    private void Rewriting()
    {
        var (bytes, texts) = (Pages.Bytes(), Pages.Texts());
        var parser = new HtmlParser();
        using var archiver = Archiver();
        var times = PageByPage.Best(bytes.Length, Rounds, i => parser.ParseDocument(texts[i]).Dispose(), i => archiver.Rewrite(bytes[i]));
        Say("rewriting", $"{times[1].Milliseconds() / times[0].Milliseconds():F2} of the parse");
    }

    /// <summary>What ten platforms cost that no page has.</summary>
    private void TenMorePlatforms()
    {
        var bytes = Pages.Bytes();
        using var few = Archiver();
        using var more = Archiver(platforms: Enumerable.Range(1, 10).Select(number => new MadeUpPlatform(number)));
        var times = PageByPage.Best(bytes.Length, Rounds, i => ToJson(few, bytes[i]), i => ToJson(more, bytes[i]));
        Say("ten more platforms", $"{100 * (times[1].Milliseconds() / times[0].Milliseconds() - 1):+0.0;-0.0} %");
    }

    /// <summary>The scan of pages with nothing: its speed, and what it allocates.</summary>
    private void NothingToFind()
    {
        var finder = Finder();
        var texts = Pages.Texts().Where(HasNothing).ToArray();
        if (texts.Length == 0)
            texts = [Article + Repeated(Paragraph, 1 << 20)];
        var times = PageByPage.Best(texts.Length, Rounds, i => finder.Scan(texts[i], everywhere: false));
        var size = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            finder.Scan(text, everywhere: false);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Say("scan of pages with nothing", $"{texts.Length} pages of {size / 1e6:F1} MB, {size / 1e6 / times[0].Milliseconds():F2} GB/s, {(double)allocated / size:F3} bytes allocated for each of a page's");
    }

    private void Large()
    {
        var parser = new HtmlParser();
        using var archiver = Archiver();
        var tweets = string.Concat(Enumerable.Range(0, 5000).Select(Tweet));
        foreach (var (name, html) in new[] { ("10 MB of words", Article + Repeated(Paragraph, 10_000_000)), ("5,000 embeds", Article + tweets) })
        {
            var bytes = Encoding.UTF8.GetBytes(html);
            var times = PageByPage.Best(1, Rounds, _ => parser.ParseDocument(html), _ => ToJson(archiver, bytes));
            Say(name, $"{bytes.Length / 1e6:F1} MB, {times[1].Milliseconds() / times[0].Milliseconds():F2} of the parse");
        }
    }

    /// <summary>Time for each byte of 1, 4, 16 and 64 times the same article.</summary>
    private void Growth()
    {
        using var archiver = Archiver();
        var article = Repeated(Paragraph, 30_000) + Tweet(1) + Repeated(Paragraph, 30_000);
        int[] sizes = [1, 4, 16, 64];
        var pages = sizes.Select(size => Encoding.UTF8.GetBytes(Article + Repeated(article, size * article.Length))).ToArray();
        var times = PageByPage.Best(pages.Length, Rounds, i => ToJson(archiver, pages[i]))[0];
        var perByte = times.Select((time, i) => time.TotalNanoseconds / pages[i].Length).ToList();
        Say("growth", "time a byte " + string.Join(", ", sizes.Select((size, i) => string.Create(CultureInfo.InvariantCulture, $"{size} ×: {perByte[i] / perByte[0]:F2}"))));
    }

    private void TwoCores()
    {
        var bytes = Pages.Bytes();
        using var archiver = Archiver();
        TimeSpan Time(int threads)
        {
            var started = Stopwatch.GetTimestamp();
            Parallel.For(0, bytes.Length * 3, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => ToJson(archiver, bytes[i % bytes.Length]));
            return Stopwatch.GetElapsedTime(started);
        }

        Time(2);
        var (one, two) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 3; round++)
            (one, two) = (Min(one, Time(1)), Min(two, Time(2)));
        Say("two cores", $"{one / two:F2} of one");
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>No embed that the scan sees, and no word that could begin a quote.</summary>
    private static bool HasNothing(string html)
    {
        if (Finder().Scan(html, everywhere: false).MayCarry)
            return false;
        var flat = FlattenedArticle.Of(new HtmlParser().ParseDocument(html).Body!, new HashSet<IElement>(), lang: null, everywhere: false, markdown: false, isPost: _ => false);
        return !new Reading(flat.Text, Lexicon.Default, _ => null, CancellationToken.None).MayHoldQuotes;
    }

    private static EmbedFinder Finder()
    {
        var parser = new Articles.ArticleParser(TimeSpan.FromMinutes(1), TimeProvider.System);
        return new EmbedFinder(new PlatformCatalog(PlatformCatalog.BuiltIn), parser, new FinderLimits(10_000, 3));
    }

    private static EmbedArchiver Archiver(bool recover = true, IEnumerable<Platform>? platforms = null)
    {
        var options = new EmbedArchiverOptions { Recover = recover, ParseDeadline = TimeSpan.FromMinutes(1) };
        foreach (var platform in platforms ?? [])
            options.Platforms.Add(platform);
        return new EmbedArchiver(options);
    }

    private static void ToJson(EmbedArchiver archiver, byte[] page)
    {
        foreach (var article in archiver.ReadAll(page))
            article.ToUtf8Json();
    }

    private static double Part(TimeSpan[] times, IEnumerable<int> pages) => pages.Select(page => times[page]).Milliseconds();

    private static string Repeated(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, Math.Max(1, length / piece.Length)).ToString();

    private static string Tweet(int number) => FormattableString.Invariant(
        $"<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Lamp {number} is lit.</p>&mdash; Ada Example (@ada_example) <a href=\"https://twitter.com/ada_example/status/{931448500000000000 + number}\">November 17, 2017</a></blockquote>\n");

    private void Say(string what, FormattableString figures) => Say(what, figures.ToString(CultureInfo.InvariantCulture));

    private void Say(string what, string figures) => output.WriteLine($"{what}: {figures}");
}
