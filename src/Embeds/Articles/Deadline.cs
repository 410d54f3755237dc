namespace Embeds.Articles;

/// <summary>
/// The time that one article may take: parsing, finding, recovering and sealing all draw on it. It is asked, not told, so that
/// it holds in a process whose threads are all at work.
/// </summary>
internal sealed class Deadline(TimeSpan limit, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    public TimeSpan Left => limit - clock.GetElapsedTime(_started) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public bool HasPassed => clock.GetElapsedTime(_started) > limit;

    /// <summary>For work that is worth less than what comes after it: half of the time that is left.</summary>
    public Deadline Half() => new(Left / 2, clock);

    /// <exception cref="ArticleUnreadableException">The deadline has passed.</exception>
    public void Check()
    {
        if (HasPassed)
            throw new ArticleUnreadableException("deadline", FormattableString.Invariant($"The article was not read within {limit.TotalSeconds:0.###} s: it nests or repeats without end."));
    }
}
