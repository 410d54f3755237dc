using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Embeds.Capture.Network;

/// <summary>What a host can watch: activities and meters named <c>Embeds</c>. No address is a tag, for addresses have no end.</summary>
internal static class Telemetry
{
    public const string Name = "Embeds";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Counter<long> Asked { get; } = Meter.CreateCounter<long>("embeds.sources.asked", "{source}", "Sources asked about posts, by rule and outcome.");

    public static Counter<long> Posts { get; } = Meter.CreateCounter<long>("embeds.posts.looked_at", "{post}", "Posts looked at, by platform and state.");

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("embeds.sources.duration", "s", "Time until a source was answered, waits included.");
}
