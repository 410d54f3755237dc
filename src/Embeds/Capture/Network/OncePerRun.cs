namespace Embeds.Capture.Network;

/// <summary>
/// Makes each value once: who asks while it is being made waits for the same one, and who asks later gets it as long as it is among
/// the newest. A value is given up when nobody waits for it any more, so that one caller's cancelling never fails another.
/// </summary>
/// <param name="capacity">How much is remembered, in the unit of <paramref name="sizeOf"/>.</param>
/// <param name="lifetime">After how long a value is made anew.</param>
/// <param name="sizeOf">What a value takes; negative for one that is not to be remembered.</param>
/// <param name="time">The clock.</param>
internal sealed class OncePerRun<T>(long capacity, TimeSpan lifetime, Func<T, long> sizeOf, TimeProvider time)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _byAge = new();
    private long _size;

    public async Task<T> GetAsync(string key, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight? flight;
        lock (_lock)
        {
            if (Recall(key) is { } known)
                return known;
            if (!_flights.TryGetValue(key, out flight))
            {
                flight = new Flight();
                _flights.Add(key, flight);
                flight.Task = MakeAsync(key, flight, make);
            }

            flight.Waiters++;
        }

        try
        {
            return await flight.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    private async Task<T> MakeAsync(string key, Flight flight, Func<CancellationToken, Task<T>> make)
    {
        // Out of the lock before anything is done.
        await Task.Yield();
        try
        {
            var value = await make(flight.Stop.Token).ConfigureAwait(false);
            lock (_lock)
                Keep(key, value);
            return value;
        }
        finally
        {
            lock (_lock)
                Forget(key, flight);
        }
    }

    private void Leave(string key, Flight flight)
    {
        lock (_lock)
        {
            if (--flight.Waiters > 0)
                return;
            Forget(key, flight);
        }

        if (!flight.Task.IsCompleted)
            flight.Stop.Cancel();
    }

    /// <summary>A later flight for the same key may have begun when an abandoned one ends.</summary>
    private void Forget(string key, Flight flight)
    {
        if (_flights.TryGetValue(key, out var current) && ReferenceEquals(current, flight))
            _flights.Remove(key);
    }

    private T? Recall(string key)
    {
        if (!_kept.TryGetValue(key, out var node))
            return null;
        if (time.GetElapsedTime(node.Value.Since) <= lifetime)
            return node.Value.Value;
        Drop(node);
        return null;
    }

    private void Keep(string key, T value)
    {
        var size = sizeOf(value);
        if (size < 0 || size > capacity)
            return;
        if (_kept.TryGetValue(key, out var old))
            Drop(old);
        _kept.Add(key, _byAge.AddLast(new Kept(key, value, size, time.GetTimestamp())));
        _size += size;
        while (_size > capacity)
            Drop(_byAge.First!); // holds at least the value just added
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        _byAge.Remove(node);
        _kept.Remove(node.Value.Key);
        _size -= node.Value.Size;
    }

    private sealed record Kept(string Key, T Value, long Size, long Since);

    private sealed class Flight
    {
        public CancellationTokenSource Stop { get; } = new();

        public Task<T> Task { get; set; } = null!; // set within the lock in which the flight becomes known

        public int Waiters { get; set; }
    }
}
