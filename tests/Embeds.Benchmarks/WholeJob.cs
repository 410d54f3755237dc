using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;

namespace Embeds.Benchmarks;

/// <summary>The whole job (bytes to sealed blocks as JSON) over all pages, against the parser alone over the same pages.</summary>
public class WholeJob : MeasuredPages
{
    private readonly HtmlParser _parser = new();
    private readonly EmbedArchiver _embeds = new(new EmbedArchiverOptions { Recover = false });
    private readonly EmbedArchiver _embedsAndWords = new();

    [Benchmark(Baseline = true)]
    public int AngleSharpParse()
    {
        var count = 0;
        foreach (var text in Texts)
            count += _parser.ParseDocument(text).ChildNodes.Length;
        return count;
    }

    [Benchmark]
    public int WithoutRecovery() => ToJson(_embeds);

    [Benchmark]
    public int WithRecovery() => ToJson(_embedsAndWords);

    private int ToJson(EmbedArchiver archiver)
    {
        var length = 0;
        foreach (var bytes in Bytes)
        {
            foreach (var article in archiver.ReadAll(bytes))
                length += article.ToUtf8Json().Length;
        }

        return length;
    }
}
