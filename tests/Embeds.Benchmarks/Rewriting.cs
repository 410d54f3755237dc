using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;

namespace Embeds.Benchmarks;

/// <summary>
/// What rewriting costs against the parser alone, page by page in turn, so that a busy machine slows both alike. The best of
/// several rounds counts: everything above it is the machine's.
/// </summary>
internal static class Rewriting
{
    private const int Rounds = 15;

    public static void Measure(TextWriter output)
    {
        var (bytes, texts) = (Pages.Bytes(), Pages.Texts());
        var parser = new HtmlParser();
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1) });
        var (parse, rewrite) = (new TimeSpan[bytes.Length], new TimeSpan[bytes.Length]);
        Array.Fill(parse, TimeSpan.MaxValue);
        Array.Fill(rewrite, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                var page = i;
                parse[i] = Min(parse[i], Time(() => parser.ParseDocument(texts[page]).Dispose()));
                rewrite[i] = Min(rewrite[i], Time(() => archiver.Rewrite(bytes[page])));
            }
        }

        var (allParse, allRewrite) = (parse.Sum(t => t.TotalMilliseconds), rewrite.Sum(t => t.TotalMilliseconds));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} pages: parse {allParse:F1} ms, rewrite {allRewrite:F1} ms, ratio {allRewrite / allParse:F2}"));
    }

    private static TimeSpan Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
