using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Embeds.Articles;
using Embeds.Platforms;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Benchmarks.Recovery;

/// <summary>
/// Measures recovery on a corpus: flattened texts with labels, pages whose embeds lost their marks, texts that hold no embed.
/// </summary>
internal sealed partial class RecoveryMeasure(string corpus, Verdicts verdicts)
{
    private const int Sure = 75;
    private const int ContextBefore = 160;

    private readonly IReadOnlyList<CorpusPage> _pages = CorpusPage.All(corpus);
    private readonly QuoteRecoverer _recoverer = new(PermalinkOf);
    private readonly EmbedArchiver _archiver = new(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1) });

    private static readonly PlatformCatalog Catalog = new(PlatformCatalog.BuiltIn);

    /// <summary>Every quote that was looked at, for a list of what is still to be read.</summary>
    public List<JudgedQuote> Unlabelled { get; } = [];

    /// <summary>The tables, as Markdown.</summary>
    public string Tables()
    {
        var text = new StringBuilder();
        var flat = FlatText.All(corpus, _pages);
        List<JudgedQuote> judged = [];
        text.AppendLine("Posts found, in percent; a quote that neither a label nor a reader calls a post counts against the precision.\n").AppendLine(Tally.Head);
        text.AppendLine(Flattened("flattened, blank lines between blocks", flat.Where(t => t.Id.EndsWith(".a", StringComparison.Ordinal)), judged));
        text.AppendLine(Flattened("flattened, as feed readers do", flat.Where(t => t.Id.EndsWith(".b", StringComparison.Ordinal)), judged));
        text.AppendLine(Stripped("pages, classes and data of the networks' markup taken away", embed => embed.IsSignedMarkup));
        text.AppendLine(Stripped("pages, classes and data of publishers' cards taken away", embed => embed.IsCardMarkup));
        text.AppendLine().AppendLine("Quotes that are posts, of all that are given, in texts without embeds:\n").AppendLine("| | texts | quotes | posts | at 75 and more | posts |\n|---|---|---|---|---|---|");
        var without = _pages.Where(page => page.Embeds.Count == 0).ToList();
        text.AppendLine(Texts("pages without posts, flattened", without.Select(page => (page.Id, CorpusText.Of(page.Html, page.IsMarkdown))), judged));
        text.AppendLine(Texts("pages with posts, their embeds cut out, flattened", _pages.Where(page => page.Embeds.Count > 0).Select(page => (page.Id, CorpusText.Of(page.WithoutEmbeds(), page.IsMarkdown))), judged));
        text.AppendLine().AppendLine("Confidence against truth, over all the texts above:\n").AppendLine("| given | quotes | are posts, percent |\n|---|---|---|");
        for (var decile = 90; decile >= 0; decile -= 10)
        {
            var of = judged.Where(quote => quote.Confidence >= decile && quote.Confidence < decile + 10).ToList();
            if (of.Count > 0)
                text.AppendLine(CultureInfo.InvariantCulture, $"| {decile}–{decile + 9} (mean {of.Average(quote => quote.Confidence):0}) | {of.Count} | {Tally.Percent(of.Count(quote => quote.IsPost == true), of.Count)} |");
        }

        text.AppendLine().AppendLine(Traps(without));
        Unlabelled.AddRange(judged.Where(quote => !quote.IsLabelled));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private string Flattened(string name, IEnumerable<FlatText> texts, List<JudgedQuote> judged)
    {
        var tally = new Tally();
        foreach (var text in texts)
        {
            var quotes = _recoverer.Recover(PlainTextBlocks.Read(text.Text), CancellationToken.None).ToList();
            var free = quotes.ToList();
            foreach (var post in text.Posts)
            {
                var at = post.Words ?? post.Whole;
                var quote = free.Find(q => (q.WordsSpan.IsEmpty ? q.Whole : q.WordsSpan).Overlaps(at));
                if (quote is not null)
                    free.Remove(quote);
                if (post.Words is not { } words)
                    continue;
                if (quote is null)
                {
                    tally.Miss();
                    Unlabelled.Add(new JudgedQuote(text.Id, "missed", 0, true, true, "", words.Of(text.Text).ToString()));
                    continue;
                }

                tally.Found();
                tally.Text(Same(quote.Words, words.Of(text.Text)));
                if (post.Name is { } author)
                    tally.Name(Same(quote.AuthorName, author.Of(text.Text)));
                if (post.Handle is { } handle)
                    tally.Handle(Same(quote.AuthorHandle, handle.Of(text.Text)));
                if (post.PublishedAt is { } date)
                    tally.Date(IsNear(date, quote.Published.At));
            }

            foreach (var quote in quotes)
                judged.Add(Judge(text.Id, quote, text.Text, isLabelled: !free.Contains(quote)));
            for (var wrong = free.Count(q => Judge(text.Id, q, text.Text, false).IsPost != true); wrong > 0; wrong--)
                tally.False();
        }

        return tally.Row(name);
    }

    private string Texts(string name, IEnumerable<(string Id, string Text)> texts, List<JudgedQuote> judged)
    {
        List<JudgedQuote> found = [];
        var count = 0;
        foreach (var (id, text) in texts)
        {
            count++;
            found.AddRange(_recoverer.Recover(PlainTextBlocks.Read(text), CancellationToken.None).Select(quote => Judge(id, quote, text, isLabelled: false)));
        }

        judged.AddRange(found);
        var sure = found.Where(quote => quote.Confidence >= Sure).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {count} | {found.Count} | {Tally.Percent(found.Count(q => q.IsPost == true), found.Count)} | {sure.Count} | {Tally.Percent(sure.Count(q => q.IsPost == true), sure.Count)} |");
    }

    /// <summary>
    /// The pages as a migration leaves them that drops what it does not know: the markup is there, its classes and data are
    /// not (but for the data that hold the words themselves).
    /// </summary>
    private string Stripped(string name, Func<CorpusEmbed, bool> isStripped)
    {
        var tally = new Tally();
        foreach (var page in _pages.Where(page => page.Embeds.Any(isStripped)))
        {
            var html = page.Html;
            foreach (var (start, end) in page.SpansOf(page.Embeds.Where(isStripped)).Reverse())
                html = html[..start] + Marks().Replace(html[start..end], mark => mark.ValueSpan.Contains("data-alt", StringComparison.Ordinal) ? mark.Value : "") + html[end..];
            var blocks = _archiver.Read(Encoding.UTF8.GetBytes(html), fileName: page.File).Blocks.ToList();
            foreach (var embed in page.Embeds)
            {
                var block = blocks.Find(b => embed.Id is not null && string.Equals(b.NativeId, embed.Id, StringComparison.Ordinal))
                    ?? blocks.Find(b => embed.Text is not null && QuoteMatcher.Best(b.Text.Value, [embed.Text]) is not null);
                if (block is not null)
                    blocks.Remove(block);
                if (isStripped(embed))
                    Compare(tally, page, embed, block);
            }

            foreach (var block in blocks.Where(b => b.Recovery is not null && Judge(page.Id, b).IsPost != true))
            {
                tally.False();
                Unlabelled.Add(Judge(page.Id, block));
            }
        }

        return tally.Row(name);
    }

    private void Compare(Tally tally, CorpusPage page, CorpusEmbed embed, QuoteBlock? block)
    {
        if (block is null)
        {
            tally.Miss();
            Unlabelled.Add(new JudgedQuote(page.Id, "missed", 0, true, true, "", embed.Text!));
            return;
        }

        tally.Found();
        tally.Text(Same(block.Text.Value, embed.Text));
        if (!Same(block.Text.Value, embed.Text))
            Unlabelled.Add(new JudgedQuote(page.Id, "text", 0, true, true, "", $"{embed.Text} >>> {block.Text.Value}"));
        if (embed.Name is { } author)
            tally.Name(Same(block.Author.Name, author));
        if (embed.Handle is { } handle)
            tally.Handle(Same(block.Author.Handle, handle));
        if (embed.PublishedAt is { } date)
            tally.Date(IsNear(date, block.Published.At));
    }

    /// <summary>The pages without posts, read as HTML with the default settings.</summary>
    private string Traps(List<CorpusPage> pages)
    {
        var clean = 0;
        var quoting = 0;
        foreach (var page in pages)
        {
            var blocks = _archiver.Read(Encoding.UTF8.GetBytes(page.Html), fileName: page.File).Blocks;
            var areRead = blocks.All(block => block.Recovery is not null && Judge(page.Id, block).IsPost == true);
            Unlabelled.AddRange(blocks.Where(block => block.Recovery is not null).Select(block => Judge(page.Id, block)));
            clean += blocks.IsEmpty ? 1 : 0;
            quoting += !blocks.IsEmpty && areRead ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"Of {pages.Count} pages without embeds, read as HTML with the default settings, {clean} give nothing, {quoting} give only posts that their prose quotes, {pages.Count - clean - quoting} give something that is no post.");
    }

    private JudgedQuote Judge(string place, RecoveredQuote quote, string text, bool isLabelled)
    {
        var key = Verdicts.KeyOf(quote.Words, text.AsSpan(0, quote.Whole.End));
        var start = Math.Max(0, quote.Whole.Start - ContextBefore);
        var end = Math.Min(text.Length, quote.Whole.End + (ContextBefore / 2));
        var context = $"{text[start..quote.Whole.Start]}>>>{text[quote.Whole.Start..quote.Whole.End]}<<<{text[quote.Whole.End..end]}";
        return new JudgedQuote(place, quote.Rule, quote.Confidence.Post, isLabelled || verdicts.Of(key) == true ? true : verdicts.Of(key), isLabelled, key, context.ReplaceLineEndings("⏎"));
    }

    private JudgedQuote Judge(string place, QuoteBlock block)
    {
        var selector = block.Source.Selectors.OfType<TextQuoteSelector>().First();
        var key = Verdicts.KeyOf(block.Text.Value, selector.Prefix);
        var context = $"{selector.Prefix}>>>{block.Text.Value}<<<{selector.Suffix}".ReplaceLineEndings("⏎");
        return new JudgedQuote(place, block.Recovery!.Evidence[0].Rule, block.Recovery.Post, verdicts.Of(key), false, key, context);
    }

    private static bool Same(string? value, ReadOnlySpan<char> wanted) => string.Equals(Fold(value), Fold(wanted.ToString()), StringComparison.OrdinalIgnoreCase);

    private static string Fold(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A printed day is in the reader's zone, so that it may be the day before or after.</summary>
    private static bool IsNear(string wanted, string? given) =>
        given is not null && DateOnly.TryParseExact(wanted[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var left)
        && DateOnly.TryParseExact(given[..Math.Min(10, given.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var right)
        && Math.Abs(left.DayNumber - right.DayNumber) <= 1;

    private static PermalinkFacts? PermalinkOf(string address) =>
        Catalog.ReadLink(address) is { } link ? new PermalinkFacts(link.Platform, link.NativeId, link.Handle) : null;

    [GeneratedRegex(@"\s(?:class|id|cite|data-[\w-]+)\s*=\s*(?:""[^""]*""|'[^']*'|[^\s>]+)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
