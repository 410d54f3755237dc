using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>One document a line, each as soon as its source is done.</summary>
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
        _target.Write([.. OutcomeJson.Of(outcome), (byte)'\n']);
        _target.Flush();
    }
}
