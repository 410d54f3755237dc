namespace Embeds.Capture.Network;

/// <summary>What one article may still ask. What two articles share is charged to the one that began it.</summary>
internal sealed class NetworkBudget(NetworkOptions options)
{
    private int _requests;
    private long _bytes;
    private int _refused;

    /// <summary>Whether something was not asked because the budget was spent.</summary>
    public bool WasSpent => Volatile.Read(ref _refused) != 0;

    /// <summary>Takes one request; false when none is left.</summary>
    public bool TakeRequest()
    {
        if (Interlocked.Increment(ref _requests) <= options.MaxRequestsPerArticle && Interlocked.Read(ref _bytes) < options.MaxBytesPerArticle)
            return true;
        Refuse();
        return false;
    }

    /// <summary>Counts what came in.</summary>
    public void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>Remembers that something was left unasked.</summary>
    public void Refuse() => Volatile.Write(ref _refused, 1);
}
