using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Embeds.Capture.Network;

/// <summary>What a host can watch: activities and meters named <c>Embeds</c>. No address is a tag, for addresses have no end.</summary>
internal sealed class Telemetry : IDisposable
{
    public const string Name = "Embeds";

    private readonly Meter _meter;
    private readonly bool _ownsMeter;

    /// <param name="meters">Makes the host's meters; null makes a meter that every listener of the process sees.</param>
    public Telemetry(IMeterFactory? meters)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _ownsMeter = meters is null;
        Asked = _meter.CreateCounter<long>("embeds.sources.asked", "{source}", "Sources asked about posts, by rule and outcome.");
        Posts = _meter.CreateCounter<long>("embeds.posts.looked_at", "{post}", "Posts looked at, by platform and state.");
        Duration = _meter.CreateHistogram<double>("embeds.sources.duration", "s", "Time until a source was answered, waits included.");
    }

    public static ActivitySource Activities { get; } = new(Name);

    public Counter<long> Asked { get; }

    public Counter<long> Posts { get; }

    public Histogram<double> Duration { get; }

    public void Dispose()
    {
        if (_ownsMeter)
            _meter.Dispose();
    }
}
