using System.Globalization;
using Embeds.Cli.Sources;
using Embeds.Quotes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Embeds.Cli.Output;

/// <summary>For a person: what the article is, one card a post, and what went wrong.</summary>
internal sealed class SummaryWriter(OutputTarget target, Terminal terminal, Func<string, string?> platformName, bool explains) : ResultWriter
{
    private const int MostLines = 6;

    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Loud = new(Color.Aqua);

    private readonly List<(Source Source, ArticleQuotes Quotes)> _articles = [];

    public override bool ShowsIssues => true;

    public override void Add(SourceOutcome outcome)
    {
        _articles.AddRange(outcome.Articles.Select(quotes => (outcome.Source, quotes)));
        HasResult |= outcome.Failure is null;
    }

    public override void Finish()
    {
        for (var i = 0; i < _articles.Count; i++)
        {
            if (i > 0)
                target.Write("\n");
            target.Write(terminal.Render(new Rows(Article(_articles[i].Source, _articles[i].Quotes))));
        }
    }

    private IEnumerable<IRenderable> Article(Source source, ArticleQuotes quotes)
    {
        var title = quotes.Article.Title ?? source.Title;
        var place = quotes.Article.CanonicalUrl ?? quotes.Article.Url ?? source.Title;
        yield return Line(title, new Style(decoration: Decoration.Bold));
        yield return Line(place == title ? Count(quotes.Blocks) : $"{place} · {Count(quotes.Blocks)}", Faint);
        for (var i = 0; i < quotes.Blocks.Length; i++)
        {
            yield return Text.Empty;
            yield return CardOf(quotes.Blocks[i], i + 1);
        }

        if (!quotes.Issues.IsEmpty)
            yield return Text.Empty;
        foreach (var issue in quotes.Issues)
            yield return Line($"{issue.Severity}: {issue.Message}{(issue.Url is null ? "" : $" {issue.Url}")}", new Style(Color.Yellow));
    }

    private Card CardOf(QuoteBlock block, int number)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{number} · {TerminalText.OneLine(platformName(block.Platform) ?? block.Platform)}");
        List<IRenderable> body = [Line($"{AuthorOf(block.Author)} · {DateOf(block.Published)}", Loud), Text.Empty, WordsOf(block)];
        if (block.Url is { } url)
            body.AddRange([Text.Empty, Line(url, Faint)]);
        if (explains)
            body.AddRange([Text.Empty, .. Explanation.Of(block).Select(line => Line(line, Faint))]);
        return new Card(title, body, $"{block.Source.EmbedForm ?? "form not known"} · {SureOf(block)}");
    }

    private static Text Line(string text, Style style) => new(TerminalText.OneLine(text), style);

    private static string AuthorOf(Author author) => (author.Name, author.Handle) switch
    {
        ({ } name, { } handle) => $"{name} (@{handle})",
        ({ } name, null) => name,
        (null, { } handle) => $"@{handle}",
        _ => "author not known",
    };

    private static string DateOf(Published published) =>
        published.At?.Replace("T", " ", StringComparison.Ordinal).Replace("Z", " UTC", StringComparison.Ordinal)
        ?? published.AsShown ?? "date not known";

    private static IRenderable WordsOf(QuoteBlock block) => block.Text switch
    {
        { Completeness: TextCompleteness.Absent } when block.Card?.Title is { } title => Line($"“{title}”", Style.Plain),
        { Value: "" } => Line("(The article holds none of its words.)", Faint),
        { Completeness: TextCompleteness.Truncated, Value: var value } => new FirstLines($"{TerminalText.Lines(value)} (cut in the article)", MostLines),
        { Value: var value } => new FirstLines(TerminalText.Lines(value), MostLines),
    };

    private static string SureOf(QuoteBlock block) => block.Recovery is { } recovery
        ? string.Create(CultureInfo.InvariantCulture, $"{recovery.Post} % a post, author {recovery.Author} %, platform {recovery.Platform} %, words {recovery.Words} %")
        : string.Create(CultureInfo.InvariantCulture, $"{block.Provenance.GetValueOrDefault("")?.Confidence ?? 0} % sure");

    private static string Count(IReadOnlyCollection<QuoteBlock> blocks)
    {
        var recovered = blocks.Count(block => block.Recovery is not null);
        var quotes = string.Create(CultureInfo.InvariantCulture, $"{blocks.Count} {(blocks.Count == 1 ? "quote" : "quotes")}");
        return recovered == 0 ? quotes : string.Create(CultureInfo.InvariantCulture, $"{quotes}, {recovered} recovered");
    }
}
