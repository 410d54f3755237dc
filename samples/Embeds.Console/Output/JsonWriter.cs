using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>One document for one article; an array for several, with an element for each source that failed.</summary>
internal sealed class JsonWriter : ResultWriter
{
    private readonly OutputTarget _target;
    private bool _isList;
    private readonly List<byte[]> _documents = [];

    public JsonWriter(OutputTarget target, bool isList)
    {
        _target = target;
        _isList = isList;
        HasResult = isList;
    }

    public override bool ShowsIssues => true;

    public override void Add(SourceOutcome outcome)
    {
        HasResult |= outcome.Failure is null;
        _isList |= outcome.Articles.Count > 1;
        _documents.AddRange(OutcomeJson.Of(outcome));
    }

    public override void Finish()
    {
        _target.Write(_isList ? "["u8 : ""u8);
        for (var i = 0; i < _documents.Count; i++)
        {
            _target.Write(i > 0 ? ",\n"u8 : ""u8);
            _target.Write(_documents[i]);
        }

        _target.Write(_isList ? "]\n"u8 : "\n"u8);
    }
}
