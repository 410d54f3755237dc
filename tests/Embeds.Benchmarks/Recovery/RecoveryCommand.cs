namespace Embeds.Benchmarks.Recovery;

/// <summary>
/// <c>recovery CORPUS [--write FILE] [--list] [--time]</c>: prints the tables of <see cref="RecoveryMeasure"/>; writes them between the
/// marks of a document; lists each quote that no label speaks of, with the key that a verdict takes. With <c>--time</c> it measures time instead.
/// </summary>
internal static class RecoveryCommand
{
    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.IsEmpty)
        {
            Console.Error.WriteLine("Name the folder of the corpus: recovery ../shared/corpus --write docs/recovery.md");
            return 2;
        }

        if (args.Contains("--time"))
        {
            Time(Path.GetFullPath(args[0]));
            return 0;
        }

        var verdicts = Path.Combine(AppContext.BaseDirectory, "Recovery", "verdicts.txt");
        var measure = new RecoveryMeasure(Path.GetFullPath(args[0]), Verdicts.Read(verdicts));
        var tables = measure.Tables();
        Console.Out.WriteLine(tables);
        if (args.Contains("--list"))
            List(measure.Unlabelled);
        var write = args.IndexOf("--write");
        if (write >= 0 && write + 1 < args.Length)
            Write(args[write + 1], tables);
        return 0;
    }

    private static void Time(string corpus)
    {
        RecoveryTime.Growing(File.ReadAllText(Path.Combine(corpus, "..", "seed", "ledezma.txt")));
        RecoveryTime.AgainstParse(CorpusPage.All(corpus));
        RecoveryTime.NearCue();
    }

    private static void List(IEnumerable<JudgedQuote> quotes)
    {
        foreach (var quote in quotes.OrderBy(quote => quote.IsPost switch { null => 0, false => 1, true => 2 }).ThenByDescending(quote => quote.Confidence))
            Console.Out.WriteLine($"{quote.Key} {quote.IsPost switch { true => "post", false => "no", null => "?" }} {quote.Confidence} {quote.Rule} {quote.Place} | {quote.Context}");
    }

    private static void Write(string document, string tables)
    {
        var text = File.ReadAllText(document);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(document, $"{text[..begin]}\n{tables}{text[end..]}");
    }
}
