using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>The quotes of all articles as one document for readers, made by one of the library's renderers.</summary>
internal sealed class RenderedWriter(OutputTarget target, Func<IReadOnlyList<ArticleQuotes>, string> render) : ResultWriter
{
    private readonly List<ArticleQuotes> _articles = [];

    public override bool ShowsIssues => false;

    public override void Add(SourceOutcome outcome)
    {
        if (outcome.Quotes is null)
            return;
        _articles.Add(outcome.Quotes);
        HasResult = true;
    }

    public override void Finish() => target.Write(render(_articles));
}
