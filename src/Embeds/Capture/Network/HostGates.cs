using System.Collections.Concurrent;
using Embeds.Capture.Http;
using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>One gate a host, made when it is first asked.</summary>
internal sealed class HostGates(HttpExchange exchange, FetchOptions http, NetworkOptions network, TimeProvider time, ILogger logger) : IDisposable
{
    // Clients are asked to stay at 0.4 a second for the index and 8 for copies; one gate serves both.
    private const double ArchivePerSecond = 0.5;
    private readonly ConcurrentDictionary<string, Lazy<HostGate>> _gates = new(StringComparer.OrdinalIgnoreCase);

    public HostGate Of(Uri url) => _gates.GetOrAdd(url.Authority, _ => new Lazy<HostGate>(() => Make(url))).Value;

    public void Dispose()
    {
        foreach (var gate in _gates.Values.Where(gate => gate.IsValueCreated))
            gate.Value.Dispose();
    }

    private HostGate Make(Uri url)
    {
        var isArchive = url.Host is "archive.org" || url.Host.EndsWith(".archive.org", StringComparison.Ordinal);
        return new HostGate(exchange, http, network.RequestsAtOncePerHost, isArchive ? ArchivePerSecond : network.RequestsPerSecondPerHost, time, logger);
    }
}
