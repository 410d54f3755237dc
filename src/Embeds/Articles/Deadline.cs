namespace Embeds.Articles;

/// <summary>
/// The time that one article may take: parsing, finding, recovering and sealing all draw on it. It is asked, not told, so that
/// it holds in a process whose threads are all at work. Time in which the whole process got no processor does not count: an
/// article is not to blame for a machine that is busy.
/// </summary>
internal sealed class Deadline(TimeSpan limit, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly TimeSpan _usedBefore = ProcessorTime();

    public TimeSpan Left
    {
        get
        {
            var elapsed = clock.GetElapsedTime(_started);
            var used = ProcessorTime() - _usedBefore;
            return limit - (used < elapsed ? used : elapsed) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
        }
    }

    // The clock is a hundred times cheaper to ask than the processor.
    public bool HasPassed => clock.GetElapsedTime(_started) > limit && ProcessorTime() - _usedBefore > limit;

    /// <summary>For work that is worth less than what comes after it: half of the time that is left.</summary>
    public Deadline Half() => new(Left / 2, clock);

    /// <exception cref="ArticleUnreadableException">The deadline has passed.</exception>
    public void Check()
    {
        if (HasPassed)
            throw new ArticleUnreadableException("deadline", FormattableString.Invariant($"The article was not read within {limit.TotalSeconds:0.###} s: it nests or repeats without end."));
    }

    /// <summary>Of all threads together; where the system does not tell, time alone counts.</summary>
    private static TimeSpan ProcessorTime() =>
        OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsBrowser() ? TimeSpan.FromTicks(Environment.TickCount64 * TimeSpan.TicksPerMillisecond) : Environment.CpuUsage.TotalTime;
}
