using System.Net;
using System.Net.Sockets;

namespace Embeds.Capture.Http;

/// <summary>
/// Opens connections for <see cref="SocketsHttpHandler"/>: resolves a name once, drops what is not public, and connects
/// to an address that was looked at. No second look-up happens, so a name that changes its answer in between
/// (DNS rebinding) gains nothing.
/// </summary>
internal sealed class GuardedConnector(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    Func<string, int, bool> isOpen)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await resolve(target.Host, cancellationToken).ConfigureAwait(false);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.NoData);

        addresses = Array.FindAll(addresses, address => AddressGuard.Check(address, isOpen(target.Host, target.Port)) == AddressVerdict.Allowed);
        if (addresses.Length == 0) throw new AddressRefusedException();

        return await ConnectToFirstAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Stream> ConnectToFirstAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (IPAddress address in addresses)
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw last!; // There is at least one address, and none was connected to.
    }

    private static async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
