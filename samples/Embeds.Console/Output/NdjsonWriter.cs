using System.Buffers;
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
        // All lines of a source at once: a run that is killed leaves as few halves as can be.
        var lines = new ArrayBufferWriter<byte>();
        foreach (var document in OutcomeJson.Of(outcome))
        {
            lines.Write(document);
            lines.Write("\n"u8);
        }

        _target.Write(lines.WrittenSpan);
        _target.Flush();
    }
}
