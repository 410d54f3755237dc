using Embeds.Cli.Sources;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Cli.Output;

/// <summary>Writes what became of the sources in one format.</summary>
internal abstract class ResultWriter
{
    /// <summary>Whether the outcomes are wanted in the order of the sources.</summary>
    public virtual bool KeepsOrder => true;

    /// <summary>Whether the format shows the issues of an article; else they are told on standard error.</summary>
    public abstract bool ShowsIssues { get; }

    /// <summary>Whether there is anything to write. Where all sources failed, most formats have nothing to say.</summary>
    public bool HasResult { get; protected set; }

    /// <param name="format">The format.</param>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="terminal">Knows width and colour.</param>
    /// <param name="platformName">The name that readers see of a platform's id; null for one that is not known.</param>
    /// <param name="labels">The language of labels and dates in what readers see.</param>
    /// <param name="isList">Whether several sources are expected, however many come.</param>
    /// <param name="explains">Whether the summary says why each quote was taken and where it is from; the other formats hold that, or have no place for it.</param>
    public static ResultWriter Create(OutputFormat format, OutputTarget target, Terminal terminal, Func<string, string?> platformName, string labels, bool isList, bool explains) => format switch
    {
        OutputFormat.Json => new JsonWriter(target, isList),
        OutputFormat.Ndjson => new NdjsonWriter(target),
        OutputFormat.Html => new RenderedWriter(target, articles => HtmlPage(articles, platformName, labels)),
        OutputFormat.Markdown => new RenderedWriter(target, articles => new MarkdownQuoteRenderer(new MarkdownQuoteOptions { PlatformName = platformName, LabelLanguage = labels }).RenderAll(BlocksOf(articles))),
        OutputFormat.Text => new RenderedWriter(target, articles => new PlainTextQuoteRenderer(new PlainTextQuoteOptions { PlatformName = platformName, LabelLanguage = labels }).RenderAll(BlocksOf(articles))),
        _ => new SummaryWriter(target, terminal, platformName, explains),
    };

    public abstract void Add(SourceOutcome outcome);

    /// <summary>Writes what could not be written before the last outcome was known.</summary>
    public virtual void Finish()
    {
    }

    private static string HtmlPage(IReadOnlyList<ArticleQuotes> articles, Func<string, string?> platformName, string labels)
    {
        var page = articles is [{ Article: { Title: { } title, Lang: var lang } }] ? new HtmlPageOptions { Title = title, Lang = lang ?? "" } : new HtmlPageOptions();
        return new HtmlQuoteRenderer(new HtmlQuoteOptions { PlatformName = platformName, LabelLanguage = labels }).RenderPage(BlocksOf(articles), page);
    }

    private static IEnumerable<QuoteBlock> BlocksOf(IEnumerable<ArticleQuotes> articles) => articles.SelectMany(article => article.Blocks);
}
