using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>The quotes of all articles as one document for readers, made by one of the library's renderers.</summary>
internal sealed class RenderedWriter(OutputTarget target, Func<IReadOnlyList<ArticleQuotes>, string> render) : ResultWriter
{
    private readonly List<ArticleQuotes> _articles = [];

    public override bool ShowsIssues => false;

    public override void Add(SourceOutcome outcome)
    {
        _articles.AddRange(outcome.Articles);
        HasResult |= outcome.Failure is null;
    }

    public override void Finish() => target.Write(render(_articles));
}
