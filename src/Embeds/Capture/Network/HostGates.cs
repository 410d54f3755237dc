using Embeds.Capture.Http;
using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>
/// One gate a host, made when it is first asked. A gate that nobody uses and that remembers nothing is given up after a while, or
/// when there are too many: a new one would let through exactly the same.
/// </summary>
internal sealed class HostGates(HttpExchange exchange, FetchOptions http, NetworkOptions network, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>How many hosts have a gate, unless more than that are being asked at this moment.</summary>
    public const int MostHosts = 1024;

    // Clients are asked to stay at 0.4 a second for the index and 8 for copies; one gate serves both.
    private const double ArchivePerSecond = 0.5;
    private const int MostLooks = 64; // at gates for each new host
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Place>> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<Place> _byUse = new(); // who was used, or looked at in vain, longest ago comes first

    /// <summary>How many hosts have a gate.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _places.Count;
        }
    }

    /// <summary>Asks through the gate of the request's host.</summary>
    /// <param name="request">What to ask.</param>
    /// <param name="budget">Is charged for each try; null charges nobody.</param>
    /// <param name="cancellationToken">Stops also the waiting.</param>
    public async Task<Attempt> AskAsync(FetchRequest request, NetworkBudget? budget, CancellationToken cancellationToken)
    {
        var place = Enter(request.Url);
        try
        {
            return await place.Gate.AskAsync(request, budget, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(place);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var place in _byUse)
                place.Gate.Dispose();
            _byUse.Clear();
            _places.Clear();
        }
    }

    private Place Enter(Uri url)
    {
        lock (_lock)
        {
            if (_places.TryGetValue(url.Authority, out var known))
            {
                MoveBack(known);
            }
            else
            {
                GiveUp();
                known = _byUse.AddLast(new Place(url.Authority, Make(url)));
                _places.Add(url.Authority, known);
            }

            known.Value.Users++;
            known.Value.LastUse = time.GetTimestamp();
            return known.Value;
        }
    }

    private void Leave(Place place)
    {
        lock (_lock)
        {
            place.Users--;
            place.LastUse = time.GetTimestamp();
        }
    }

    /// <summary>Makes room: of gates that are at rest, those idle for long and those that are too many; if that is not enough, the one unused for longest.</summary>
    private void GiveUp()
    {
        for (var looks = 0; looks < MostLooks && _byUse.First is { } node; looks++)
        {
            if (time.GetElapsedTime(node.Value.LastUse) <= LongestIdle && _places.Count < MostHosts)
                return;
            if (node.Value.Users == 0 && node.Value.Gate.IsAtRest)
                Drop(node);
            else
                MoveBack(node);
        }

        // Hosts that asked to be left alone are remembered as long as there is room; a crowd of them must not take all memory.
        for (var looks = 0; looks < MostLooks && _places.Count >= MostHosts && _byUse.First is { } node; looks++)
        {
            if (node.Value.Users == 0)
                Drop(node);
            else
                MoveBack(node);
        }
    }

    /// <summary>Its turn to be looked at comes again after all others.</summary>
    private void MoveBack(LinkedListNode<Place> node)
    {
        _byUse.Remove(node);
        _byUse.AddLast(node);
    }

    private void Drop(LinkedListNode<Place> node)
    {
        _byUse.Remove(node);
        _places.Remove(node.Value.Host);
        node.Value.Gate.Dispose();
    }

    private HostGate Make(Uri url)
    {
        var isArchive = url.Host is "archive.org" || url.Host.EndsWith(".archive.org", StringComparison.Ordinal);
        return new HostGate(exchange, http, network.RequestsAtOncePerHost, isArchive ? ArchivePerSecond : network.RequestsPerSecondPerHost, time, logger);
    }

    private sealed class Place(string host, HostGate gate)
    {
        public string Host => host;

        public HostGate Gate => gate;

        public int Users { get; set; }

        public long LastUse { get; set; }
    }
}
