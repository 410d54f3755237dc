using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Embeds.ConsoleTests.Support;

/// <summary>An HTTP server on a free port of this machine.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(context =>
        {
            _requests.Enqueue(context.Request.Path);
            _asked.TrySetResult();
            return answer(context);
        });
    }

    /// <summary>The paths asked for so far.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Done with the first request.</summary>
    public Task Asked => _asked.Task;

    public static async Task<TestServer> StartAsync(RequestDelegate answer)
    {
        var server = new TestServer(answer);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>A server that gives the same page to everybody.</summary>
    public static Task<TestServer> StartAsync(string html) => StartAsync(context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    });

    public string Url(string path = "/") => new Uri(new Uri(_application.Urls.Single()), path).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero); // does not wait for requests that hang
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }
}
