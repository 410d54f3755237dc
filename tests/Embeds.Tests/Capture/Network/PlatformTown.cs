using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Embeds.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Embeds.Tests.Capture.Network;

/// <summary>All platforms on one loopback port: each case has a base path of its own, below which it answers as its file says.</summary>
public sealed class PlatformTown : IAsyncLifetime
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, (TownCase Case, ConcurrentQueue<string> Asked)> _cases = new(StringComparer.Ordinal);
    private int _next;

    public PlatformTown()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public async ValueTask InitializeAsync() => await _application.StartAsync();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    /// <summary>Opens a case.</summary>
    /// <returns>Its base address, and the requests that it gets.</returns>
    internal (Uri Endpoint, ConcurrentQueue<string> Asked) Open(TownCase town)
    {
        var id = Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
        var asked = new ConcurrentQueue<string>();
        _cases[id] = (town, asked);
        var server = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return (new Uri($"{server}/{id}"), asked);
    }

    /// <summary>Options that send everything to a case, and wait for nothing.</summary>
    internal static EmbedArchiverOptions OptionsFor(Uri endpoint, TownCase answered)
    {
        var options = new EmbedArchiverOptions { Recover = false, IncludeCards = true };
        options.Http.MaxRetries = 1;
        options.Http.RetryBaseDelay = TimeSpan.FromMilliseconds(1);
        options.Http.MaxRetryAfter = TimeSpan.FromSeconds(1);
        options.Http.TimeoutPerTry = answered.Timeout;
        options.Network.Depth = answered.Depth;
        options.Network.MaxAnswerBytes = 1024 * 1024;
        options.Network.RequestsPerSecondPerHost = 10_000;
        options.Network.RequestsAtOncePerHost = 64;
        options.Network.Endpoints["archive"] = endpoint;
        foreach (var platform in PlatformCatalog.BuiltIn.AddRange(PlatformCatalog.Cards))
            options.Network.Endpoints[platform.Id] = endpoint;
        return options;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        var id = path.Split('/')[0];
        if (!_cases.TryGetValue(id, out var open))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var asked = context.Request.Headers["X-Forwarded-Host"] + path[id.Length..] + Uri.UnescapeDataString(context.Request.QueryString.Value ?? "");
        if (context.Request.Method == "POST")
            asked += " " + await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        open.Asked.Enqueue(asked);
        // One address may answer a program otherwise than a reader: "social.example/@ada/1 text/html".
        var wanted = $"{asked} {context.Request.Headers.Accept}";
        var answer = open.Case.Answers.FirstOrDefault(a => wanted.Contains(a.Key, StringComparison.Ordinal)).Value;
        await WriteAsync(context, answer as JsonObject ?? new JsonObject { ["status"] = 404, ["body"] = "nothing here" });
    }

    private static async Task WriteAsync(HttpContext context, JsonObject answer)
    {
        var response = context.Response;
        response.StatusCode = (int?)answer["status"] ?? 200;
        response.ContentType = answer["json"] is null ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
        foreach (var (name, value) in answer["headers"] as JsonObject ?? [])
            response.Headers[name] = ((string)value!).Replace("{base}", $"/{context.Request.Path.Value!.Split('/')[1]}", StringComparison.Ordinal);
        var body = answer["json"]?.ToJsonString() ?? (string?)answer["body"] ?? "";
        if ((string?)answer["charset"] is { } charset)
        {
            response.ContentType = $"text/html; charset={charset}";
            await response.Body.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(body));
            return;
        }

        switch ((string?)answer["does"])
        {
            case "reset":
                await response.WriteAsync(body[..(body.Length / 2)]);
                await response.Body.FlushAsync();
                context.Abort();
                break;
            case "truncate":
                await TruncateAsync(context, body);
                break;
            case "endless":
                while (!context.RequestAborted.IsCancellationRequested)
                    await response.WriteAsync(new string(' ', 64 * 1024), context.RequestAborted);
                break;
            case "drip":
                foreach (var c in body)
                {
                    await response.WriteAsync(c.ToString(), context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(50, context.RequestAborted);
                }

                break;
            default:
                await response.WriteAsync(body);
                break;
        }
    }

    /// <summary>Ends within the body in good order: after a reset, how much of what was sent still arrives would be chance.</summary>
    private static async Task TruncateAsync(HttpContext context, string body)
    {
        var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: {context.Response.ContentType}\r\nContent-Length: {body.Length + 1000}\r\n\r\n");
        socket.Send(Encoding.UTF8.GetBytes(head + body));
        socket.Shutdown(SocketShutdown.Send);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }
}
