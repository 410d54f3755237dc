using Embeds.Cli.Sources;

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
    /// <param name="archiver">Knows the names of the platforms.</param>
    /// <param name="isList">Whether several sources are expected, however many come.</param>
    public static ResultWriter Create(OutputFormat format, OutputTarget target, Terminal terminal, EmbedArchiver archiver, bool isList) => format switch
    {
        OutputFormat.Json => new JsonWriter(target, isList),
        OutputFormat.Ndjson => new NdjsonWriter(target),
        _ => new SummaryWriter(target, terminal, archiver),
    };

    public abstract void Add(SourceOutcome outcome);

    /// <summary>Writes what could not be written before the last outcome was known.</summary>
    public virtual void Finish()
    {
    }
}
