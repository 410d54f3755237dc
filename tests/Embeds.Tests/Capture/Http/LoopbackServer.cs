using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Embeds.Tests.Capture.Http;

/// <summary>A well-behaved HTTP server on a free port of this machine.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string> _requests = new();

    private LoopbackServer(RequestDelegate answer, X509Certificate2? certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        _application = builder.Build();
        _application.Run(context =>
        {
            _requests.Enqueue(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            return answer(context);
        });
    }

    /// <summary>The targets asked for so far, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var server = new LoopbackServer(answer, certificate);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>A server that gives the same text to everybody.</summary>
    public static Task<LoopbackServer> StartAsync(string contentType, string body) => StartAsync(context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    });

    public Uri Url(string path = "/") => new(new Uri(_application.Urls.Single()), path);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero); // do not wait for hanging requests
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }
}
