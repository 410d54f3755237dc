namespace Embeds.Capture.Network;

/// <summary>Gives out the instants at which requests may begin, evenly spaced, so that no second holds more than its number.</summary>
internal sealed class Pace(double perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _apart = TimeSpan.FromSeconds(1 / perSecond);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Whether the next turn is now.</summary>
    public bool IsDue
    {
        get
        {
            lock (_lock)
                return _next <= time.GetElapsedTime(_start);
        }
    }

    /// <summary>How long to wait for the next turn, which is taken.</summary>
    public TimeSpan Take()
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            var turn = _next > now ? _next : now;
            _next = turn + _apart;
            return turn - now;
        }
    }

    /// <summary>Gives no turn for a while, as a server asks.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = time.GetElapsedTime(_start) + wait;
            if (until > _next)
                _next = until;
        }
    }
}
