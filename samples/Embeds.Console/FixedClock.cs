namespace Embeds.Cli;

/// <summary>A clock that stands still, so that the same input gives the same bytes. Timers and timeouts run on.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
