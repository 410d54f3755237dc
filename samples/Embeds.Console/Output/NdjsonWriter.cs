using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>One document a line, those of a source as soon as it is done.</summary>
internal sealed class NdjsonWriter : ResultWriter
{
    private readonly OutputTarget _target;

    public NdjsonWriter(OutputTarget target)
    {
        _target = target;
        HasResult = true;
    }

    public override bool KeepsOrder => false;

    public override bool ShowsIssues => true;

    public override void Add(SourceOutcome outcome)
    {
        foreach (var document in OutcomeJson.Of(outcome))
            _target.Write([.. document, (byte)'\n']);
        _target.Flush();
    }
}
