using System.Net;

namespace Embeds.Capture.Http;

/// <summary>Makes the handlers and clients over which everything is fetched.</summary>
internal static class GuardedHttpHandler
{
    // Also the time after which a moved host is looked up anew.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="options">Limits; read once, here.</param>
    /// <param name="resolve">Looks up a name; the system's resolver where null.</param>
    public static SocketsHttpHandler Create(
        FetchOptions options,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        options.Validate();
        var connector = new GuardedConnector(resolve ?? Dns.GetHostAddressesAsync, options.IsOpen);
        return new SocketsHttpHandler
        {
            ConnectCallback = connector.ConnectAsync,
            ConnectTimeout = options.TimeoutPerTry,
            PooledConnectionLifetime = ConnectionLifetime,
            AllowAutoRedirect = false, // HttpFetcher follows, and looks at every hop
            UseProxy = false, // behind a proxy the connector would see the proxy's address only
            UseCookies = false,
            ActivityHeadersPropagator = null, // trace ids of the host application are nobody else's business
            // Notices a compressed body that was cut only if the host sets System.IO.Compression.UseStrictValidation.
            AutomaticDecompression = DecompressionMethods.All,
        };
    }

    /// <summary>A client for those who have no <see cref="IHttpClientFactory"/>. Times are the fetcher's task.</summary>
    public static HttpClient CreateClient(FetchOptions options) =>
        new(Create(options), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
}
